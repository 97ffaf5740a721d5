/** Finds articles of an index that report an article's event: the batch's and the builder's way of matching. */
import type { Fingerprint } from '../fingerprint/types';
import type { ArticleIndex } from '../index/article-index';
import { meetingsSteps } from '../index/article-meetings';
import { searchArticlesSteps, type TimeWindow } from '../index/article-search';
import type { WaitingSteps } from '../index/late';
import { runSteps } from '../index/statistics';
import type { IndexDocument } from '../index/types';
import { alignedPairs, cosineOf, type SharedTerm, type SoundMemo, sharedTerms } from './evidence';
import { measureQuery, type PairFeatures, pairFeatures } from './features';
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
  /** Read when it is asked for: who shows the best few needs no more. */
  readonly document: IndexDocument;
  readonly score: number;
  readonly relation: Relation;
  /** Read when it is asked for, too. */
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
  /** Only articles of these days, and such without a date. */
  readonly window?: TimeWindow;
}

/** So many of each language are looked at a second time before the best are kept, … */
const SECOND_LOOK = 12;
/** … but of many languages fewer each. */
const ALL_LOOKS = 300;

/** The best candidates of every language, by falling score. */
export function matchArticles(
  index: ArticleIndex,
  subject: MatchSubject,
  options: ArticleMatchOptions,
): ArticleMatch[] {
  return runSteps(matchArticlesSteps(index, subject, options));
}

/** The same with a pause every few milliseconds. Who shows a match sees first to it that its article is loaded. */
export function* matchArticlesSteps(
  index: ArticleIndex,
  subject: MatchSubject,
  options: ArticleMatchOptions,
): WaitingSteps<ArticleMatch[]> {
  const { fingerprint } = subject;
  const query = index.weigh(fingerprint);
  yield;
  const wanted = (lang: string): boolean => options.sameLanguage || lang !== fingerprint.lang;
  const looks = Math.max(options.perLanguage, Math.min(SECOND_LOOK, Math.ceil(ALL_LOOKS / index.languages.length)));
  const candidates = yield* searchArticlesSteps(index, query, {
    wanted,
    perLanguage: looks,
    exclude: yield* selfOf(index, subject),
    window: options.window,
  });
  const numbersOfAll = candidates.flatMap(({ numbers }) => numbers);
  const met = yield* meetingsSteps(index, query, numbersOfAll);
  const here = measureQuery(query.terms);
  const rarest = index.rarity('n:', 'name');
  const sounds: SoundMemo = new Map();
  const kept: Look[] = [];
  for (const { lang, numbers, values, crowd } of candidates) {
    const judged: Look[] = [];
    for (const [i, number] of numbers.entries()) {
      const article = met.get(number);
      if (article === undefined) continue;
      const shared = sharedTerms(article.meetings, sounds);
      const cosine = cosineOf(query.norm, index.norm(number), shared);
      const daysLater = calendarDays(article.date, subject.publishedAt);
      const features = pairFeatures(rarest, here, article.measure, shared, {
        cosine,
        closeness: 2 * cosine - crowd - index.hubness(number),
        behind: (values[0] ?? 0) - (values[i] ?? 0),
        daysApart: absolute(daysBetween(subject.publishedAt, article.date)),
        calendarDaysApart: absolute(daysLater),
        sameLanguage: lang === fingerprint.lang,
      });
      const score = probabilityOf(features);
      judged.push({ number, shared, features, score, relation: relationOf(score, cosine, daysLater) });
      yield;
    }
    kept.push(...judged.sort((a, b) => byScore(index, a, b)).slice(0, options.perLanguage));
  }
  return kept.sort((a, b) => byScore(index, a, b)).map((look) => matchOf(index, look));
}

/** An article never matches itself: not its own id, and not its own address. */
function* selfOf(index: ArticleIndex, { id, url }: MatchSubject): WaitingSteps<ReadonlySet<number>> {
  const own = new Set(url === null ? [] : yield* index.findAddressSteps(url));
  if (id !== null) own.add(index.find(id));
  return own;
}

/** Equal scores are ordered by what the articles say, so that neither their order nor their ids show in an answer. */
function byScore(index: ArticleIndex, a: Look, b: Look): number {
  return (
    b.score - a.score ||
    b.features.cosine - a.features.cosine ||
    index.contentHash(a.number) - index.contentHash(b.number)
  );
}

/** A candidate that has been looked at a second time. */
interface Look {
  readonly number: number;
  readonly shared: readonly SharedTerm[];
  readonly features: PairFeatures;
  readonly score: number;
  readonly relation: Relation;
}

function matchOf(index: ArticleIndex, { number, shared, features, score, relation }: Look): ArticleMatch {
  return {
    number,
    get document() {
      return index.document(number);
    },
    score,
    features,
    relation,
    get why() {
      return alignedPairs(shared);
    },
    contradictions: contradictionsOf(features),
  };
}

function absolute(days: number | null): number | null {
  return days === null ? null : Math.abs(days);
}
