/** Finds articles of an index that report an article's event: the batch's and the builder's way of matching. */
import type { Fingerprint } from '../fingerprint/types';
import { keepLargest, neighbourhood } from '../index/hubness';
import { meetingsOf, type Query, searchIndex, weigh } from '../index/search';
import type { IndexDocument, StoryIndex } from '../index/types';
import { comparableAddress } from './address';
import { Best, byContent } from './best';
import { alignedPairs, type SharedTerm, type SoundMemo, sharedTerms } from './evidence';
import { measureQuery, measuresOf, type PairFeatures, type TextFeatures, textFeatures } from './features';
import { contradictionsOf, probabilityOf, relationOf } from './relation';
import { calendarDays, daysBetween } from './time';
import type { Aligned, Contradiction, Relation } from './types';

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
  /** What speaks against one event, where the actors are the same. */
  readonly contradictions: readonly Contradiction[];
  /** What the score was made of. */
  readonly features: PairFeatures;
}

export interface ArticleMatchOptions {
  /** How many for each language. */
  readonly perLanguage: number;
  /** List the article's own language too. */
  readonly sameLanguage: boolean;
}

/** So many of each language are looked at a second time before the best are kept, … */
const SECOND_LOOK = 12;
/** … but of many languages fewer each. */
const ALL_LOOKS = 300;

/** The best candidates of every language, by falling score. */
export function matchArticles(index: StoryIndex, subject: MatchSubject, options: ArticleMatchOptions): ArticleMatch[] {
  const query = weigh(index, subject.fingerprint);
  const cosines = searchIndex(index, query);
  const self = selfOf(index, subject);
  const wanted = index.languages.map((lang) => options.sameLanguage || lang !== subject.fingerprint.lang);
  const looks = Math.max(options.perLanguage, Math.min(SECOND_LOOK, Math.ceil(ALL_LOOKS / index.languages.length)));
  const nearest = Array.from(index.languages, (): number[] => []);
  for (let number = 0; number < index.size; number++) {
    if (!self.has(number)) keepLargest(nearest[index.languageOf[number] ?? 0] ?? [], cosines[number] ?? 0);
  }
  const crowds = nearest.map(neighbourhood);
  const closenessOf = (number: number, cosine: number): number =>
    2 * cosine - (crowds[index.languageOf[number] ?? 0] ?? 0) - (index.hubness[number] ?? 0);
  const best = index.languages.map(() => new Best(index, looks));
  for (let number = 0; number < index.size; number++) {
    const language = index.languageOf[number] ?? 0;
    if (!wanted[language] || self.has(number)) continue;
    best[language]?.offer(number, closenessOf(number, cosines[number] ?? 0));
  }
  const numbers = best.flatMap((list) => list.numbers);
  const behind = best.flatMap((list) => list.behind);
  const here = measureQuery(query);
  const measures = measuresOf(index);
  const sounds: SoundMemo = new Map();
  const byLanguage = index.languages.map((): Look[] => []);
  meetingsOf(index, query, numbers).forEach((meetings, i) => {
    const number = numbers[i] ?? 0;
    const there = measures[number];
    if (!there) return;
    const shared = sharedTerms(index, meetings, sounds);
    const cosine = cosineOf(index, query, number, shared);
    const text = textFeatures(index, here, there, shared);
    byLanguage[index.languageOf[number] ?? 0]?.push(
      judge(index, subject, {
        number,
        shared,
        text,
        cosine,
        closeness: closenessOf(number, cosine),
        behind: behind[i] ?? 0,
      }),
    );
  });
  const kept = byLanguage.flatMap((some) => some.sort((a, b) => byScore(index, a, b)).slice(0, options.perLanguage));
  return kept.sort((a, b) => byScore(index, a, b)).map((look) => matchOf(index, look));
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
function byScore(index: StoryIndex, a: Look, b: Look): number {
  return b.score - a.score || b.features.cosine - a.features.cosine || byContent(index, a.number, b.number);
}

/** A candidate that has been looked at a second time. */
interface Look {
  readonly number: number;
  readonly document: IndexDocument;
  readonly shared: readonly SharedTerm[];
  readonly features: PairFeatures;
  readonly score: number;
  readonly relation: Relation;
}

interface Similarity {
  readonly number: number;
  readonly shared: readonly SharedTerm[];
  readonly text: TextFeatures;
  readonly cosine: number;
  readonly closeness: number;
  readonly behind: number;
}

function judge(index: StoryIndex, subject: MatchSubject, similarity: Similarity): Look {
  const { number, shared, text, cosine, closeness, behind } = similarity;
  const document = index.document(number);
  const daysLater = calendarDays(document.date, subject.publishedAt);
  const features: PairFeatures = {
    ...text,
    cosine,
    closeness,
    behind,
    daysApart: absolute(daysBetween(subject.publishedAt, document.date)),
    calendarDaysApart: absolute(daysLater),
    sameLanguage: document.lang === subject.fingerprint.lang,
  };
  const score = probabilityOf(features);
  return { number, document, shared, features, score, relation: relationOf(score, cosine, daysLater) };
}

function matchOf(index: StoryIndex, { number, document, shared, features, score, relation }: Look): ArticleMatch {
  return {
    number,
    document,
    score,
    features,
    relation,
    why: alignedPairs(index, shared),
    contradictions: contradictionsOf(features),
  };
}

function absolute(days: number | null): number | null {
  return days === null ? null : Math.abs(days);
}

/** The cosine of a query with a document, names counted by how alike they sound. */
export function cosineOf(index: StoryIndex, query: Query, number: number, shared: readonly SharedTerm[]): number {
  const length = query.norm * (index.norms[number] ?? 0);
  return length > 0 ? shared.reduce((sum, { weight }) => sum + weight, 0) / length : 0;
}
