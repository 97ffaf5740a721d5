import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFormatError } from '../container/container';
import type { Term } from '../fingerprint/types';
import { runsOf } from '../property-runs.testing';
import { encodeShard } from './encode-shard';
import { article, someArticles } from './samples.testing';
import { checkShard, openShard } from './shard';
import { codeOf, STRENGTH_OF } from './strength';
import type { IndexSource } from './types';

/** An article as a shard gives it back: terms by key, strengths rounded. */
function asStored({ document, terms, textKey }: IndexSource): IndexSource {
  const stored = terms.map(
    (term): Term => ({
      ...term,
      strength: STRENGTH_OF[codeOf(term.strength, term.place)] ?? 0,
    }),
  );
  return { document, terms: stored.sort((a, b) => (a.key < b.key ? -1 : 1)), textKey: textKey ?? null };
}

function byId(sources: readonly IndexSource[]): ReadonlyMap<string, IndexSource> {
  return new Map(sources.map((source) => [source.document.id, source]));
}

describe('a shard', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(someArticles(), (sources) => {
        const shard = openShard('a day', encodeShard(sources));
        expect(shard.day).toBe('2025-06-23');
        expect(byId(shard.sources())).toEqual(byId(sources.map(asStored)));
        const single = Array.from({ length: shard.size }, (_, number) => ({
          document: shard.document(number),
          terms: shard.terms(number),
          textKey: shard.textKey(number),
        }));
        expect(single).toEqual(shard.sources());
      }),
      { numRuns: runsOf(100) },
    );
  });

  it('holds articles without a date, whatever stands in its place', () => {
    const dates = [null, 'soon', '2025-13-40', '0000'];
    const sources = dates.map((date, i) => article(`a${i}`, 'en', ['btn'], { date }));
    const shard = openShard('undated', encodeShard(sources));
    expect(shard.day).toBe(null);
    expect(byId(shard.sources())).toEqual(byId(sources.map(asStored)));
  });

  it('is the same for the same articles in any order, and when it is made of itself', () => {
    fc.assert(
      fc.property(someArticles(), fc.nat(), (sources, turn) => {
        const file = encodeShard(sources);
        const at = turn % sources.length;
        expect(encodeShard([...sources.slice(at), ...sources.slice(0, at)].reverse())).toEqual(file);
        expect(encodeShard(openShard('a day', file).sources())).toEqual(file);
      }),
      { numRuns: runsOf(50) },
    );
  });

  it('takes no stories, no two articles of one id, and one day only', () => {
    const one = article('a', 'en', ['btn']);
    expect(() => encodeShard([])).toThrow('A shard of 0 articles');
    expect(() => encodeShard([one, article('a', 'hi', ['tk'])])).toThrow('Two documents have the id a');
    expect(() => encodeShard([one, article('b', 'en', [], { date: '2025-06-24' })])).toThrow('is not of 2025-06-2');
    expect(() => encodeShard([article('s', 'en', [], { kind: 'story' })])).toThrow('s is none');
  });

  it('finds exactly the terms that it has', () => {
    const words = Array.from({ length: 300 }, (_, i) => `w${i * 7}`);
    const shard = openShard('a day', encodeShard([article('a', 'en', words)]));
    const keys = Array.from({ length: shard.info.terms }, (_, term) => shard.dictionary.key(term));
    expect(keys).toEqual(words.map((word) => `n:${word}`).sort());
  });
});

const SOURCES = [
  ...['a', 'b', 'c'].map((id) => article(id, 'en', ['btn', 'alks', id], { url: `https://a.example/${id}` })),
  ...['d', 'e'].map((id) => article(id, 'hi', ['btn', 'klkt', id, 'mskb'], { site: 'D' })),
];
const FILE = encodeShard(SOURCES);

/** Reads all that a shard has. */
function readAll(file: Uint8Array): void {
  openShard('2025-06-23-0f.bin', file).sources();
}

describe('a damaged shard', () => {
  it('is refused by its name, whichever bit is wrong', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length * 8 - 1), (bit) => {
        const changed = FILE.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => readAll(changed)).toThrow(/^2025-06-23-0f\.bin: /);
        expect(() => checkShard('2025-06-23-0f.bin', changed)).toThrow(FileFormatError);
      }),
      { numRuns: runsOf(400) },
    );
  });

  it('is refused when it is cut short', () => {
    for (const length of [0, 10, 100, FILE.length - 1]) {
      expect(() => readAll(FILE.subarray(0, length))).toThrow(FileFormatError);
    }
  });
});
