/** Articles for tests. */
import fc from 'fast-check';
import type { Place, Term, TermKind } from '../fingerprint/types';
import type { IndexDocument, IndexSource } from './types';

/** An article with names as its terms. */
export function article(
  id: string,
  lang: string,
  words: readonly string[],
  more: Partial<IndexDocument> = {},
): IndexSource {
  const about = { url: null, site: null, coverage: [], follows: [] };
  const date = '2025-06-23';
  return {
    document: { id, kind: 'article', lang, date, titles: { [lang]: id }, ...about, ...more },
    terms: words.map(
      (word): Term => ({ key: `n:${word}`, kind: 'name', strength: 1, place: 'body', forms: [{ lang, text: word }] }),
    ),
    textKey: null,
  };
}

const KEYS: readonly (readonly [string, TermKind])[] = [
  ...['btn', 'alks', 'mskb', 'klkt', 'tk', 'ntn', 'ntns', 'prs'].map((name) => [`n:${name}`, 'name'] as const),
  ['c:1f4e7', 'concept'],
  ['c:2620', 'concept'],
  ['p:RU', 'place'],
  ['e:nato', 'entity'],
  ['l:hi', 'language'],
  ['#:20', 'number'],
  ['d:06-23', 'date'],
  ['d:m6', 'date'],
];

const someTerms = (lang: string) =>
  fc.subarray([...KEYS], { minLength: 1 }).chain((keys) =>
    fc.tuple(
      ...keys.map(([key, kind]) =>
        fc.record({
          key: fc.constant(key),
          kind: fc.constant(kind),
          strength: fc.constantFrom(1 / 32, 0.25, 1, 1.5, 2.375),
          place: fc.constantFrom<Place>('title', 'lead', 'body'),
          forms: fc.array(fc.record({ lang: fc.constant(lang), text: fc.string({ unit: 'grapheme', minLength: 1 }) }), {
            maxLength: 3,
          }),
        }),
      ),
    ),
  );

const date = fc.constantFrom(
  '2025-06-23',
  '2025-06-23T10:00Z',
  '2025-06-23T10:00:30+05:45',
  '2025-06-23T23:59',
  '2025-06-23T10:00:30.5Z',
);

/** Articles of one day in some languages. */
export const someArticles = (dates: fc.Arbitrary<string | null> = date) =>
  fc
    .array(
      fc.constantFrom('en', 'hi', 'bn', 'ru').chain((lang) =>
        fc.record({
          lang: fc.constant(lang),
          terms: someTerms(lang),
          title: fc.string({ unit: 'grapheme' }),
          url: fc.option(fc.nat(1000).map((n) => `https://a.example/${n}`)),
          date: dates,
          site: fc.option(fc.constantFrom('A', 'B')),
          textKey: fc.option(fc.record({ high: fc.integer({ min: 1, max: 2 ** 32 - 1 }), low: fc.nat(2 ** 31) })),
        }),
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((rows) =>
      rows.map(({ lang, terms, title, url, date: day, site, textKey }, i): IndexSource => {
        const coverage =
          site === 'A' && url !== null ? [{ outlet: 'C', lang, date: day, url: `${url}/copy`, headline: title }] : [];
        const about = { titles: { [lang]: title }, url, site, coverage, follows: [] };
        return { document: { id: `id ${i}`, kind: 'article', lang, date: day, ...about }, terms, textKey };
      }),
    );
