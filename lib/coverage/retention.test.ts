import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksToDrop, itemsToDrop } from './retention';

it('drops days that have passed, whole', () => {
  const chunks = ['2026-11-19', '2026-11-01', '2026-11-06', '2026-11-07'].map((day) => ({ id: day, day }));
  expect(chunksToDrop(chunks, '2026-11-07')).toEqual(['2026-11-01', '2026-11-06']);
});

/** Chunks by day, in which feeds have so many items each. */
const chunksOf = (...days: readonly Readonly<Record<string, number>>[]) =>
  days.map((feeds, day) => ({
    ids: Object.entries(feeds).flatMap(([feed, count]) =>
      Array.from({ length: count }, (_, at) => `${feed}.${day}-${at}.t`),
    ),
  }));

describe('where there are too many items', () => {
  it('those go of the feed that has the most, the oldest first, and none of the others', () => {
    const chunks = chunksOf({ flood: 30, small: 5, other: 6 }, { flood: 300, small: 5, other: 6 });
    const going = [...itemsToDrop(chunks, 200)];
    expect(new Set(going.map((id) => id.split('.')[0]))).toEqual(new Set(['flood']));
    expect(going.filter((id) => id.startsWith('flood.0-'))).toHaveLength(30);
    expect(352 - going.length).toBe(190);
  });

  it('all give alike where all have as many', () => {
    const going = [...itemsToDrop(chunksOf({ a: 100, b: 100 }, { a: 100, b: 100 }), 300)];
    expect(going).toHaveLength(400 - 284);
    expect(going.every((id) => /^[ab]\.0-/.test(id))).toBe(true);
  });

  it('none go while there is room', () => {
    expect(itemsToDrop(chunksOf({ a: 100, b: 100 }), 200).size).toBe(0);
    expect(itemsToDrop([], 200).size).toBe(0);
  });

  it('there is room for the rest, and a feed within an equal share keeps all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 20, max: 500 }),
        (counts, most) => {
          const chunks = chunksOf(Object.fromEntries(counts.map((count, feed) => [`f${feed}`, count])));
          const going = itemsToDrop(chunks, most);
          const all = counts.reduce((sum, count) => sum + count, 0);
          expect(all - going.size).toBeLessThanOrEqual(most);
          const equal = Math.floor((most * 0.95) / counts.length);
          for (const [feed, count] of counts.entries()) {
            const lost = [...going].filter((id) => id.startsWith(`f${feed}.`)).length;
            if (count <= equal) expect(lost).toBe(0);
          }
        },
      ),
    );
  });
});
