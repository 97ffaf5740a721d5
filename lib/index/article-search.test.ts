import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { searchArticles } from './article-search';
import { encodeShard } from './encode-shard';
import { openArticleIndex } from './open-article-index';
import { article, someArticles } from './samples.testing';
import { openShard } from './shard';
import { decodeStatistics, encodeStatistics, runSteps, statisticsOf } from './statistics';
import type { IndexSource } from './types';

/** Articles as shards of so many, in their order. */
function indexOf(sources: readonly IndexSource[], size: number) {
  const shards = Array.from({ length: Math.ceil(sources.length / size) }, (_, i) =>
    openShard(`shard ${i}`, encodeShard(sources.slice(i * size, (i + 1) * size))),
  );
  return openArticleIndex(shards, statisticsOf(shards));
}

/** Many articles of a few words, the first ones common. */
const manyArticles = fc
  .array(
    fc.record({
      lang: fc.constantFrom('en', 'hi', 'bn'),
      ranks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 30, maxLength: 150 },
  )
  .map((rows) =>
    rows.map(({ lang, ranks }, i) => {
      const words = ranks.map((rank) => `w${Math.floor(60 * rank ** 3)}`);
      return article(`a${i}`, lang, [...new Set(words)], { titles: { [lang]: `${i}` } });
    }),
  );

describe('searchArticles', () => {
  it('finds with early termination exactly what a look at every article finds', () => {
    fc.assert(
      fc.property(
        manyArticles,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 10, max: 40 }),
        (sources, perLanguage, size) => {
          const index = indexOf(sources, size);
          for (let number = 0; number < index.size; number += 7) {
            const query = index.weigh({ version: 1, lang: 'en', terms: index.terms(number) });
            const options = { wanted: () => true, perLanguage, exclude: new Set([number]) };
            expect(searchArticles(index, query, options)).toEqual(
              searchArticles(index, query, { ...options, exhaustive: true }),
            );
          }
        },
      ),
      { numRuns: runsOf(40) },
    );
  });

  it('answers the same however the articles are parted and ordered', () => {
    fc.assert(
      fc.property(someArticles(), fc.integer({ min: 1, max: 20 }), (sources, size) => {
        const [one, other] = [indexOf(sources, sources.length), indexOf([...sources].reverse(), size)];
        for (const { document, terms } of sources.slice(0, 5)) {
          const answers = [one, other].map((index) => {
            const query = index.weigh({ version: 1, lang: document.lang, terms });
            const found = searchArticles(index, query, { wanted: () => true, perLanguage: 3 });
            return found.map(({ lang, crowd, numbers, values }) => ({
              lang,
              crowd,
              values,
              found: numbers.map((number) => index.document(number).titles),
            }));
          });
          expect(answers[1]).toEqual(answers[0]);
        }
      }),
      { numRuns: runsOf(60) },
    );
  });

  it('looks at the days that are asked for, and at articles without one', () => {
    const dates = ['2025-06-22', '2025-06-23', null];
    const index = indexOf(
      dates.map((date, i) => article(`a${i}`, 'en', ['btn'], { date })),
      1,
    );
    const query = index.weigh({ version: 1, lang: 'hi', terms: index.terms(0) });
    const window = { from: '2025-06-23', to: '2025-06-24' };
    const [found] = searchArticles(index, query, { wanted: () => true, perLanguage: 5, window });
    expect(found?.numbers.map((number) => index.document(number).id).sort()).toEqual(['a1', 'a2']);
  });
});

describe('an index of articles', () => {
  const sources = [
    article('a', 'hi', ['btn', 'alks', 'mskb'], { url: 'https://www.a.example/1/' }),
    article('b', 'bn', ['btn', 'alks'], { date: '2025-06-24', url: 'https://b.example/1' }),
    article('c', 'bn', ['klkt', 'tk'], { site: 'C' }),
  ];
  const index = indexOf(sources, 1);

  it('finds articles by id and by address, whatever its form', () => {
    expect(index.document(index.find('c')).site).toBe('C');
    expect(index.find('nobody')).toBe(-1);
    expect(runSteps(index.findAddressSteps('http://a.example/1#top'))).toEqual([index.find('a')]);
    expect(index.facts).toMatchObject({ articles: 3, stories: 0, outlets: 1, languages: ['bn', 'hi'] });
    expect([index.facts.from, index.facts.to]).toEqual(['2025-06-23', '2025-06-24']);
  });

  it('counts a rare term more than a common one, and an unknown one most', () => {
    expect(index.rarity('n:mskb', 'name')).toBeGreaterThan(index.rarity('n:btn', 'name'));
    expect(index.rarity('n:never-seen', 'name')).toBeGreaterThan(index.rarity('n:mskb', 'name'));
  });

  it('keeps its statistics in a file, which is the same for the same articles', () => {
    const shards = sources.map((source, i) => openShard(`shard ${i}`, encodeShard([source])));
    const file = encodeStatistics(statisticsOf(shards));
    expect(encodeStatistics(statisticsOf([...shards].reverse()))).toEqual(file);
    const read = openArticleIndex(shards, decodeStatistics('statistics', file));
    expect(read.rarity('n:btn', 'name')).toBe(index.rarity('n:btn', 'name'));
    expect(Array.from(sources.keys(), (number) => read.hubness(number))).toEqual(
      Array.from(sources.keys(), (number) => index.hubness(number)),
    );
    const changed = file.slice();
    changed[file.length - 3] = (changed[file.length - 3] ?? 0) ^ 4;
    expect(() => decodeStatistics('statistics-0f.bin', changed)).toThrow(/^statistics-0f\.bin: .*checksum/);
  });

  it('is not opened with statistics that do not know a shard', () => {
    const [first, second] = sources.map((source, i) => openShard(`shard ${i}`, encodeShard([source])));
    if (!first || !second) throw new Error('no shards');
    expect(() => openArticleIndex([first, second], statisticsOf([first]))).toThrow(/^shard 1: /);
  });
});
