/** Questions to a corpus: some terms of an article that is in it, among others that are not of it. */
import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Term } from '../../fingerprint/types';
import { type CorpusOptions, generateArticles, Vocabulary } from './corpus';
import { createRandom, type Random } from './random';
import { KINDS, SHARED_BY_STRENGTH, STATISTICS } from './term-statistics';
import { formOf, keyOf } from './words';

export interface Query {
  /** The number of the article that it was drawn from. */
  readonly source: number;
  readonly lang: string;
  readonly publishedAt: string;
  readonly terms: readonly Term[];
}

/** The file of the queries, beside the folders of the engines. */
export const QUERIES_FILE = 'queries.json';

/** So many terms has a query, … */
export const QUERY_TERMS = 30;
/**
 * … and so many of them are its article's, the strong ones rather than the weak: as much as a report of the same event in
 * another language shares (`OVERLAPS`, `SHARED_BY_STRENGTH`).
 */
const FROM_SOURCE = 8;

/** Questions from articles that lie evenly over the corpus. */
export function* generateQueries(corpus: CorpusOptions, count: number): Generator<Query> {
  const vocabulary = new Vocabulary(corpus.seed);
  const step = corpus.articles / count;
  let next = 0;
  for (const { number, lang, date, terms } of generateArticles(corpus)) {
    if (number !== Math.floor(next * step)) continue;
    next++;
    const random = createRandom(corpus.seed, 'query', number);
    const drawn = new Map(sharedOf(terms, random).map((term) => [term.key, term]));
    while (drawn.size < QUERY_TERMS) {
      const word = vocabulary.draw(random);
      const { strengths } = STATISTICS[word.kind];
      const strength = strengths[Math.floor(random() * strengths.length)] ?? 1;
      const key = keyOf(word, lang);
      if (!drawn.has(key)) {
        drawn.set(key, {
          key,
          kind: word.kind,
          strength,
          place: 'lead',
          forms: [{ lang, text: formOf(word, lang, false) }],
        });
      }
    }
    yield { source: number, lang, publishedAt: date, terms: [...drawn.values()] };
  }
}

/** Some terms of an article, each as likely as another report has it. */
function sharedOf(terms: readonly Term[], random: Random): Term[] {
  const rest = [...terms];
  const shared: Term[] = [];
  while (shared.length < FROM_SOURCE) {
    const at = Math.floor(random() * rest.length);
    const [, share = 0] = SHARED_BY_STRENGTH.findLast(([from]) => (rest[at]?.strength ?? 0) >= from) ?? [];
    if (random() < share) shared.push(...rest.splice(at, 1));
  }
  return shared;
}

export async function writeQueries(path: string, queries: Iterable<Query>): Promise<void> {
  await writeFile(path, JSON.stringify([...queries]));
}

const Queries = v.array(
  v.object({
    source: v.number(),
    lang: v.string(),
    publishedAt: v.string(),
    terms: v.array(
      v.object({
        key: v.string(),
        kind: v.picklist(KINDS),
        strength: v.number(),
        place: v.picklist(['title', 'lead', 'body']),
        forms: v.array(v.object({ lang: v.string(), text: v.string() })),
      }),
    ),
  }),
);

export async function readQueries(path: string): Promise<readonly Query[]> {
  return v.parse(Queries, JSON.parse(await readFile(path, 'utf8')));
}
