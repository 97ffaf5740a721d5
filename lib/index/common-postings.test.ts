import { expect, it } from 'vitest';
import { CommonPostings } from './common-postings';
import { lookupKey } from './dictionary';
import { shardsOf } from './open-article-index';
import { article } from './samples.testing';

const days = ['2025-06-01', '2025-06-02', '2025-06-03'];
const shards = shardsOf(
  days.flatMap((date, day) =>
    Array.from({ length: day + 2 }, (_, i) => article(`${date} ${i}`, 'en', ['shared', `own${day}`], { date })),
  ),
);
const terms = shards.map(({ dictionary }) => dictionary.find(lookupKey('n:shared')));

/** The documents of each shard, in an order of asking. */
function ask(common: CommonPostings, order: readonly number[]): number[][] {
  return order.map((number) => {
    const shard = shards[number];
    if (!shard) throw new Error('no such shard');
    const { documents, from, end } = common.in(shard, number, terms[number] ?? 0);
    return [...documents.subarray(from, end)];
  });
}

it.each([
  ['as they lie', [0, 1, 2]],
  ['in any order, and again', [2, 0, 2, 1, 0, 1, 2]],
])('gives the postings of each shard, asked for %s', (_, order) => {
  expect(ask(new CommonPostings(9, 3), order)).toEqual(order.map((number) => [...Array(number + 2).keys()]));
});

it('gives them where statistics claimed too few', () => {
  for (const room of [0, 1, 2, 4, 8]) {
    expect(ask(new CommonPostings(room, 3), [0, 1, 2, 0, 1, 2])).toEqual(
      [0, 1, 2, 0, 1, 2].map((number) => [...Array(number + 2).keys()]),
    );
  }
});
