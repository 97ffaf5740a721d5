/** Finds articles of an index that report an article's event: the batch's and the builder's way of matching. */
import type { Fingerprint } from '../fingerprint/types';
import { keepLargest, neighbourhood } from '../index/hubness';
import { type Query, searchIndex, weigh } from '../index/search';
import type { IndexDocument, StoryIndex } from '../index/types';
import { comparableAddress } from './address';
import { alignedPairs, type SharedTerm, sharedTerms } from './evidence';
import { type PairFeatures, sideMeasure, textFeatures } from './features';
import { probabilityOf, relationOf } from './relation';
import { calendarDays, daysBetween } from './time';
import type { Aligned, Relation } from './types';

/** The article that is asked about. */
export interface MatchSubject {
  /** Its id where it may be in the index itself: an article never matches its own id. */
  readonly id: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly fingerprint: Fingerprint;
}

export interface ArticleMatch {
  /** Number of the document in the index. */
  readonly number: number;
  readonly document: IndexDocument;
  readonly score: number;
  readonly relation: Relation;
  readonly why: readonly Aligned[];
  /** What the score was made of. */
  readonly features: PairFeatures;
}

export interface ArticleMatchOptions {
  /** How many for each language. */
  readonly perLanguage: number;
  /** List the article's own language too. */
  readonly sameLanguage: boolean;
}

/** So many of each language are looked at a second time before the best are kept. */
const SECOND_LOOK = 12;

/** The best candidates of every language, by falling score. */
export function matchArticles(index: StoryIndex, subject: MatchSubject, options: ArticleMatchOptions): ArticleMatch[] {
  const query = weigh(index, subject.fingerprint);
  const cosines = searchIndex(index, subject.fingerprint, query);
  const self = selfOf(index, subject);
  const byLanguage = Array.from(index.languages, (): number[] => []);
  const nearest = Array.from(index.languages, (): number[] => []);
  for (let number = 0; number < index.size; number++) {
    if (self.has(number)) continue;
    const language = index.languageOf[number] ?? 0;
    byLanguage[language]?.push(number);
    keepLargest(nearest[language] ?? [], cosines[number] ?? 0);
  }
  const matches: ArticleMatch[] = [];
  index.languages.forEach((lang, language) => {
    if (lang === subject.fingerprint.lang && !options.sameLanguage) return;
    const closenessOf = (number: number, cosine: number): number =>
      2 * cosine - neighbourhood(nearest[language] ?? []) - (index.hubness[number] ?? 0);
    const candidates = (byLanguage[language] ?? [])
      .map((number) => ({ number, closeness: closenessOf(number, cosines[number] ?? 0) }))
      .sort((a, b) => b.closeness - a.closeness || byContent(index, a.number, b.number))
      .slice(0, Math.max(SECOND_LOOK, options.perLanguage));
    const looks = candidates.flatMap(({ number }) => {
      const document = index.document(number);
      if (document.kind !== 'article') return [];
      const shared = sharedWeighted(index, subject.fingerprint, query, number);
      const cosine = cosineOf(index, query, number, shared);
      return [{ number, document, shared, cosine, closeness: closenessOf(number, cosine) }];
    });
    const found = looks.map((look) => decide(index, subject, look));
    found.sort((a, b) => byScore(index, a, b));
    matches.push(...found.slice(0, options.perLanguage));
  });
  return matches.sort((a, b) => byScore(index, a, b));
}

/** An article never matches itself: not its own id, and not its own address. */
function selfOf(index: StoryIndex, subject: MatchSubject): ReadonlySet<number> {
  const own = new Set(subject.url === null ? [] : (addressesOf(index).get(comparableAddress(subject.url)) ?? []));
  if (subject.id !== null) own.add(index.find(subject.id));
  return own;
}

const addresses = new WeakMap<StoryIndex, ReadonlyMap<string, readonly number[]>>();

/** Which documents stand at an address; worked out once for an index, when it is first asked for. */
function addressesOf(index: StoryIndex): ReadonlyMap<string, readonly number[]> {
  const known = addresses.get(index);
  if (known) return known;
  const made = new Map<string, number[]>();
  for (let number = 0; number < index.size; number++) {
    const { url } = index.document(number);
    if (url === null) continue;
    const address = comparableAddress(url);
    made.set(address, [...(made.get(address) ?? []), number]);
  }
  addresses.set(index, made);
  return made;
}

/** Equal scores are ordered by what the articles say, so that neither their order nor their ids show in an answer. */
function byScore(index: StoryIndex, a: ArticleMatch, b: ArticleMatch): number {
  return b.score - a.score || b.features.cosine - a.features.cosine || byContent(index, a.number, b.number);
}

function byContent(index: StoryIndex, a: number, b: number): number {
  const [left, right] = [contentOf(index, a), contentOf(index, b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function contentOf(index: StoryIndex, number: number): string {
  const { date, titles, url } = index.document(number);
  const terms = index.terms(number).map(({ key, strength }) => `${key} ${strength}`);
  return [date ?? '', ...Object.values(titles), url ?? '', ...terms].join('\n');
}

/** A candidate that has been looked at a second time. */
interface Look {
  readonly number: number;
  readonly document: IndexDocument;
  readonly shared: readonly SharedTerm[];
  readonly cosine: number;
  readonly closeness: number;
}

function decide(index: StoryIndex, subject: MatchSubject, look: Look): ArticleMatch {
  const { number, document, shared, cosine, closeness } = look;
  const daysLater = calendarDays(document.date, subject.publishedAt);
  const features: PairFeatures = {
    ...textFeatures(index, sideMeasure(index, subject.fingerprint), sideMeasure(index, index.terms(number)), shared),
    cosine,
    closeness,
    daysApart: absolute(daysBetween(subject.publishedAt, document.date)),
    calendarDaysApart: absolute(daysLater),
    sameLanguage: document.lang === subject.fingerprint.lang,
  };
  const score = probabilityOf(features);
  return {
    number,
    document,
    score,
    features,
    relation: relationOf(score, cosine, daysLater),
    why: alignedPairs(shared),
  };
}

function absolute(days: number | null): number | null {
  return days === null ? null : Math.abs(days);
}

/** Shared terms with their share in the product of both sides' weights. */
export function sharedWeighted(
  index: StoryIndex,
  fingerprint: Fingerprint,
  query: Query,
  number: number,
): SharedTerm[] {
  return sharedTerms(
    fingerprint,
    index.terms(number),
    (here, there) => (query.weights.get(here.key) ?? 0) * there.strength * index.rarity(there.key, there.kind),
  );
}

/** The cosine of a query with a document, names counted by how alike they sound. */
export function cosineOf(index: StoryIndex, query: Query, number: number, shared: readonly SharedTerm[]): number {
  const length = query.norm * (index.norms[number] ?? 0);
  return length > 0 ? shared.reduce((sum, { weight }) => sum + weight, 0) / length : 0;
}
