import { describe, expect, it } from 'vitest';
import { unknownRemarks } from './package-lint';

const remark = (code: string, file: string) => ({ code, file, message: 'Something' });

describe('remarks of the linter', () => {
  it('are let through where they are known, as often as they are known', () => {
    const library = remark('UNSAFE_VAR_ASSIGNMENT', 'page.js');
    expect(unknownRemarks('firefox', [library, library])).toEqual([]);
    expect(unknownRemarks('firefox', [library, library, library])).toEqual([
      'firefox: page.js: UNSAFE_VAR_ASSIGNMENT: Something',
    ]);
  });

  it('fail in another file, by another name and in the other package', () => {
    expect(unknownRemarks('chrome', [remark('UNSAFE_VAR_ASSIGNMENT', 'background.js')])).toHaveLength(1);
    expect(unknownRemarks('chrome', [remark('DANGEROUS_EVAL', 'page.js')])).toHaveLength(1);
    expect(unknownRemarks('chrome', [remark('ADDON_ID_REQUIRED', 'manifest.json')])).toEqual([]);
    expect(unknownRemarks('firefox', [remark('ADDON_ID_REQUIRED', 'manifest.json')])).toHaveLength(1);
  });
});
