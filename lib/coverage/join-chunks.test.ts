import { expect, it } from 'vitest';
import type { ChunkKeys } from './chunks';
import { chunksToJoin } from './join-chunks';

/** Chunks of days, of so many items each. */
const chunksOf = (days: Readonly<Record<string, readonly number[]>>): ChunkKeys[] =>
  Object.entries(days).flatMap(([day, sizes]) =>
    sizes.map((size, at) => ({
      id: `${day} ${at}`,
      day,
      dated: true,
      ids: Array<string>(size).fill('x'),
      keys: new Float64Array(),
    })),
  );

const joinedIn = (days: Readonly<Record<string, readonly number[]>>, most = 4096): string[][] =>
  chunksToJoin(chunksOf(days), most).map((some) => some.map(({ id }) => id).sort());

it('joins the chunks of a day that is over, and leaves those of the last two days', () => {
  const four = [500, 500, 500, 80];
  expect(joinedIn({ '2026-11-17': four, '2026-11-19': four, '2026-11-20': four })).toEqual([
    ['2026-11-17 0', '2026-11-17 1', '2026-11-17 2', '2026-11-17 3'],
  ]);
  expect(joinedIn({})).toEqual([]);
});

it('leaves a few small ones beside a large one until there are more', () => {
  expect(joinedIn({ '2026-11-10': [1580, 500, 3], '2026-11-20': [1] })).toEqual([]);
  expect(joinedIn({ '2026-11-10': [1580, 500, 500, 3], '2026-11-20': [1] })[0]).toHaveLength(4);
});

it('makes none larger than a chunk may be, and leaves undated items by themselves', () => {
  expect(joinedIn({ '2026-11-10': [900, 500, 500, 3], '2026-11-20': [1] }, 1100)).toEqual([
    ['2026-11-10 1', '2026-11-10 2', '2026-11-10 3'],
  ]);
  const mixed = chunksOf({ '2026-11-10': [500, 500, 500, 500], '2026-11-20': [1] });
  expect(
    chunksToJoin(
      mixed.map((chunk, at) => ({ ...chunk, dated: at % 2 === 0 })),
      4096,
    ),
  ).toEqual([]);
});
