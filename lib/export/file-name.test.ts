import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from './file-name';

it('is one that every system takes', () => {
  expect(fileName('2025-03-01-harbour', 'csv')).toBe('sidelight-2025-03-01-harbour.csv');
  expect(fileName('../../etc/passwd', 'json')).toBe('sidelight-etc-passwd.json');
  expect(fileName('पुल', 'json')).toBe('sidelight-story.json');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      expect(fileName(id, 'json')).toMatch(/^sidelight-[a-zA-Z0-9-]{1,80}\.json$/);
    }),
  );
});
