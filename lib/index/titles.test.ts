import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTitles, writeTitles } from './titles';

describe('titles', () => {
  it('come back by document and language, single ones left out', () => {
    const titles = fc.array(fc.dictionary(fc.constantFrom('en', 'hi', 'bn', 'ar'), fc.string()), { maxLength: 20 });
    fc.assert(
      fc.property(titles, (all) => {
        const several = all.flatMap((own, number) => (Object.keys(own).length > 1 ? [[number, { ...own }]] : []));
        const read = [...readTitles(writeTitles(all))].sort(([a], [b]) => a - b);
        expect(read).toEqual(several);
      }),
    );
  });
});
