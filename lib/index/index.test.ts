import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFormatError, packContainer, unpackContainer } from '../container/container';
import { ByteReader, ByteWriter } from '../container/varint';
import type { Term } from '../fingerprint/types';
import { runsOf } from '../property-runs.testing';
import { decodeIndex } from './decode';
import { encodeIndex } from './encode';
import { INDEX_FILE, unpackIndex } from './format';
import { searchIndex, weigh } from './search';
import type { IndexDocument, IndexSource } from './types';

function article(id: string, lang: string, words: readonly string[], more: Partial<IndexDocument> = {}): IndexSource {
  return {
    document: {
      id,
      kind: 'article',
      lang,
      date: '2025-06-23',
      titles: { [lang]: id },
      url: null,
      site: null,
      coverage: [],
      follows: [],
      ...more,
    },
    terms: words.map(
      (word): Term => ({ key: `n:${word}`, kind: 'name', strength: 1, place: 'body', forms: [{ lang, text: word }] }),
    ),
  };
}

const SOURCES = [
  article('a', 'hi', ['btn', 'alks', 'mskb']),
  article('b', 'bn', ['btn', 'alks']),
  article('c', 'bn', ['klkt', 'tk']),
  {
    ...article('s', 'mul', ['btn'], {
      kind: 'story',
      titles: { en: 'One', hi: 'एक' },
      coverage: [{ outlet: 'Paper', lang: 'bn', date: null, url: 'https://paper.example/1', headline: null }],
      follows: ['t'],
    }),
  },
];
const FILE = encodeIndex(SOURCES);

describe('index file', () => {
  it('gives back documents, terms and facts', () => {
    const index = decodeIndex(FILE);
    expect(index.size).toBe(4);
    expect(SOURCES.map((_, number) => index.document(number))).toEqual(SOURCES.map(({ document }) => document));
    expect(index.terms(1).map(({ key, forms }) => [key, forms[0]?.text])).toEqual([
      ['n:alks', 'alks'],
      ['n:btn', 'btn'],
    ]);
    expect(index.facts).toMatchObject({ stories: 1, articles: 3, reports: 1, from: '2025-06-23', to: '2025-06-23' });
    expect(index.facts.languages).toEqual(['bn', 'hi']);
    expect(index.find('c')).toBe(2);
    expect(index.find('nobody')).toBe(-1);
  });

  it('refuses two documents of one id', () => {
    expect(() => encodeIndex([article('a', 'hi', []), article('a', 'bn', [])])).toThrow('Two documents have the id a');
  });

  it('refuses an index made by other terms, with what to do', () => {
    const sections = new Map(unpackContainer(INDEX_FILE, FILE));
    const info = new ByteReader(sections.get('INFO') ?? new Uint8Array()).text();
    const writer = new ByteWriter();
    writer.text(info.replace('"fingerprintVersion":', '"fingerprintVersion":9'));
    sections.set('INFO', writer.bytes());
    expect(() => decodeIndex(packContainer(INDEX_FILE, sections))).toThrow(/fingerprint version 9\d+.*Build it again/);
  });

  it('refuses damaged sections with a valid checksum: no crash, nothing half-read', () => {
    const whole = unpackIndex(FILE);
    fc.assert(
      fc.property(
        fc.constantFrom(
          'INFO' as const,
          'TERM' as const,
          'POST' as const,
          'TRMS' as const,
          'FORM' as const,
          'GRPS' as const,
          'OFFS' as const,
        ),
        fc.nat(),
        fc.nat(255),
        (name, at, byte) => {
          const section = whole[name].slice();
          section[at % section.length] = byte;
          const file = packContainer(INDEX_FILE, new Map(Object.entries({ ...whole, [name]: section })));
          try {
            const index = decodeIndex(file);
            for (let number = 0; number < index.size; number++) {
              index.document(number);
              index.terms(number);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(FileFormatError);
          }
        },
      ),
      { numRuns: runsOf(400) },
    );
  });
});

describe('searchIndex', () => {
  const index = decodeIndex(FILE);
  const terms = SOURCES[0]?.terms ?? [];
  const fingerprint = { version: 1, lang: 'hi', terms };

  it('gives cosines: 1 with itself, 0 with what shares nothing', () => {
    const cosines = searchIndex(index, weigh(index, fingerprint));
    expect(cosines[0]).toBeCloseTo(1, 5);
    expect(cosines[1]).toBeGreaterThan(0.5);
    expect(cosines[2]).toBe(0);
  });

  it('counts a rare term more than a common one', () => {
    expect(index.rarity('n:mskb', 'name')).toBeGreaterThan(index.rarity('n:btn', 'name'));
    expect(index.rarity('n:never-seen', 'name')).toBeGreaterThan(index.rarity('n:mskb', 'name'));
  });
});
