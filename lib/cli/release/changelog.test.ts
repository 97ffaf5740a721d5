import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changelogFaults, changelogHead } from './changelog';

const root = new URL('../../../', import.meta.url);

describe('CHANGELOG.md', () => {
  it('begins with the version of package.json', () => {
    const { version } = v.parse(
      v.object({ version: v.string() }),
      JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
    );
    expect(changelogHead(readFileSync(new URL('CHANGELOG.md', root), 'utf8'))?.version).toBe(version);
  });
});

describe('changelogFaults', () => {
  const released =
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-05-04\n\n### Added\n\n- One\n\n## [1.1.0] - 2026-01-01\n';

  it('finds none where the newest version is this one, with its day', () => {
    expect(changelogFaults(released, '1.2.0')).toEqual([]);
    expect(changelogFaults(released.replace('## [Unreleased]\n\n', ''), '1.2.0')).toEqual([]);
  });

  it.each([
    ['another version', released, '1.3.0'],
    ['no day', released.replace(' - 2026-05-04', ''), '1.2.0'],
    ['changes that no version holds', released.replace('[Unreleased]\n', '[Unreleased]\n\n- Two\n'), '1.2.0'],
    ['no version', '# Changelog\n', '1.2.0'],
  ])('finds %s', (_what, text, version) => {
    expect(changelogFaults(text, version)).toHaveLength(1);
  });
});
