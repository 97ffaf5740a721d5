/** Questions to a corpus: some terms of an article that is in it, among others that are not of it. */
import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Term } from '../../fingerprint/types';
import { type CorpusOptions, generateArticles, Vocabulary } from './corpus';
import { createRandom, type Random } from './random';
import { KINDS, STATISTICS } from './term-statistics';
import { keyOf } from './words';

export interface Query {
  /** The number of the article that it was drawn from. */
  readonly source: number;
  readonly lang: string;
  readonly terms: readonly Term[];
}

/** The file of the queries, beside the folders of the engines. */
export const QUERIES_FILE = 'queries.json';

/** So many terms has a query, … */
export const QUERY_TERMS = 30;
/**
 * … and so many of them are its article's. With those that are there by chance that is a quarter or so, as much as two
 * reports of one event in two languages share (`OVERLAPS`).
 */
const FROM_SOURCE = 8;

/** Questions from articles that lie evenly over the corpus. */
export function* generateQueries(corpus: CorpusOptions, count: number): Generator<Query> {
  const vocabulary = new Vocabulary(corpus.seed);
  const step = corpus.articles / count;
  let next = 0;
  for (const { number, lang, terms } of generateArticles(corpus)) {
    if (number !== Math.floor(next * step)) continue;
    next++;
    const random = createRandom(corpus.seed, 'query', number);
    const drawn = new Map(some(terms, FROM_SOURCE, random).map((term) => [term.key, term]));
    while (drawn.size < QUERY_TERMS) {
      const word = vocabulary.draw(random);
      const { strengths } = STATISTICS[word.kind];
      const strength = strengths[Math.floor(random() * strengths.length)] ?? 1;
      const key = keyOf(word, lang);
      if (!drawn.has(key)) drawn.set(key, { key, kind: word.kind, strength, place: 'lead', forms: [] });
    }
    yield { source: number, lang, terms: [...drawn.values()] };
  }
}

function some<T>(things: readonly T[], count: number, random: Random): T[] {
  const rest = [...things];
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(Math.floor(random() * rest.length), 1),
  ).flat();
}

export async function writeQueries(path: string, queries: Iterable<Query>): Promise<void> {
  await writeFile(path, JSON.stringify([...queries]));
}

const Queries = v.array(
  v.object({
    source: v.number(),
    lang: v.string(),
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
