/** Which articles of an index are of one event: they are grouped into stories, day by day. */
import type { ArticleIndex } from '../index/article-index';
import { openArticleIndex } from '../index/open-article-index';
import type { Shard } from '../index/shard';
import type { ShardSource, Statistics } from '../index/statistics';
import { type MatchSubject, matchArticles } from './articles';
import type { PairFeatures } from './features';
import { probabilityOf } from './relation';
import { MOST_COMPARED, SAME_STORY_SHARE, StoryClusters, WINDOW_DAYS } from './story-clusters';
import { calendarDays } from './time';

/**
 * A story is reported over days, and what counts is the time to its nearest report, not to each. So of the days between
 * two reports one is counted; how far a story may reach is the window's business.
 */
const COUNTED_DAYS = 1;

/** So many candidates of each language are asked for, and so many times more where the last is likely still. */
const FIRST_COMPARED = 12;
const MORE = 4;

const EPOCH = '1970-01-01';

/** An article with the story that it belongs to. */
export interface StoryReport {
  readonly id: string;
  /**
   * The story by the name of its first report: the day, and its place among the reports of that day in the order of
   * their contents. What is reported later changes no name, unless it shows two stories to be one.
   */
  readonly story: string;
}

export interface ClusterOptions {
  /** Called when an article has been compared. */
  readonly onReport?: () => void;
  /** Another decision than the engine's own, to measure one; it is told the id of the article that is compared. */
  readonly decision?: (features: PairFeatures, id: string) => number;
}

/** A shard of a day that can be opened when its turn comes. */
export interface DayShard extends ShardSource {
  /** ISO; null for articles without a date. */
  readonly day: string | null;
}

/**
 * Groups the articles of an index into stories, over all languages. Each is compared with those of its own day and of
 * the days before, as far as the window reaches, and only these are in memory. Those without a date come last and are
 * compared with all, as many days at a time as a window has. Neither the order of the articles nor their ids show in the answer.
 */
export function clusterArticles(
  shards: readonly DayShard[],
  statistics: Statistics,
  options: ClusterOptions = {},
): StoryReport[] {
  const clusters = new StoryClusters();
  const reports: { readonly id: string; readonly name: string }[] = [];
  const batches = batchesOf(shards);
  const window = new Window();
  let undated = 0;
  for (const { day, own, near, far } of batches) {
    const index = openArticleIndex(window.open([...own, ...near]), statistics);
    const numbers = byContents(index, own);
    numbers.forEach((number, place) => {
      window.report(index, number, clusters.add(day));
      const name = day === null ? `undated.${++undated}` : `${own[0]?.day}.${place + 1}`;
      reports.push({ id: index.document(number).id, name });
    });
    for (const { from, to, probability } of likelyPairs(index, numbers, options)) {
      clusters.link(window.reportOf(index, from), window.reportOf(index, to), probability);
    }
    for (const days of far) {
      const those = openArticleIndex(window.open([...own, ...days]).slice(own.length), statistics);
      for (const from of numbers) {
        for (const [to, probability] of candidatesOf(those, subjectOf(index, from), options.decision)) {
          clusters.link(window.reportOf(index, from), window.reportOf(those, to), probability);
        }
      }
    }
    clusters.settle();
    // What is closed takes reports without a date in, and joins no other story any more.
    if (day !== null) clusters.closeBefore(day - WINDOW_DAYS);
  }
  return reports.map(({ id }, report) => ({ id, story: reports[clusters.founderOf(report)]?.name ?? '' }));
}

/** The shards that are open, and the numbers of all reports. */
class Window {
  #open = new Map<string, Shard>();
  /** For each shard the number of each of its articles' report. */
  readonly #reports = new Map<string, Int32Array>();

  /** Opens what is not open yet, and lets go of what is not asked for any more. */
  open(sources: readonly ShardSource[]): Shard[] {
    const shards = sources.map((source) => this.#open.get(source.name) ?? source.open());
    this.#open = new Map(shards.map((shard) => [shard.name, shard]));
    return shards;
  }

  report(index: ArticleIndex, number: number, report: number): void {
    const { part, local } = index.at(number);
    const { name, size } = part.shard;
    const reports = this.#reports.get(name) ?? new Int32Array(size).fill(-1);
    reports[local] = report;
    this.#reports.set(name, reports);
  }

  reportOf(index: ArticleIndex, number: number): number {
    const { part, local } = index.at(number);
    return this.#reports.get(part.shard.name)?.[local] ?? -1;
  }
}

/** Articles that come in together. */
interface Batch {
  /** Days since 1970; null where none of them has a date. */
  readonly day: number | null;
  readonly own: readonly DayShard[];
  /** The other shards that they are compared with, as parts of one index with their own. */
  readonly near: readonly DayShard[];
  /** More that they are compared with, in indexes that are opened one after the other. */
  readonly far: readonly (readonly DayShard[])[];
}

/** The shards by their day, those without a date at the end, one by one. */
function batchesOf(shards: readonly DayShard[]): Batch[] {
  const byDay = new Map<number, DayShard[]>();
  const undated: DayShard[] = [];
  for (const shard of shards) {
    const day = calendarDays(EPOCH, shard.day);
    if (day === null) undated.push(shard);
    else byDay.set(day, [...(byDay.get(day) ?? []), shard]);
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  const dated = days.map(([day, own]): Batch => {
    const isNear = (other: number): boolean => other < day && day - other <= WINDOW_DAYS;
    return { day, own, near: days.filter(([other]) => isNear(other)).flatMap(([, some]) => some), far: [] };
  });
  const sorted = undated.length > 1 ? byLeastHash(undated) : undated;
  const windows = groupsOf(days).map((some) => some.flatMap(([, own]) => own));
  return [
    ...dated,
    ...sorted.map(
      (own, i): Batch => ({ day: null, own: [own], near: [], far: [...windows, ...groupsOf(sorted.slice(0, i))] }),
    ),
  ];
}

/** As many at a time as a window has days. */
function groupsOf<T>(all: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let first = 0; first < all.length; first += WINDOW_DAYS + 1)
    groups.push(all.slice(first, first + WINDOW_DAYS + 1));
  return groups;
}

/** In an order that follows from what the articles say: the names of files are made of ids as well. */
function byLeastHash(shards: readonly DayShard[]): DayShard[] {
  const least = new Map(
    shards.map((source) => [source, source.open().hashes.reduce((a, b) => Math.min(a, b), 2 ** 32)]),
  );
  return [...shards].sort((a, b) => (least.get(a) ?? 0) - (least.get(b) ?? 0));
}

/** An article of an index, as matching is asked about it. */
type Subject = MatchSubject & { readonly id: string };

/** Two articles that may report one event. */
interface LikelyPair {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** What the engine finds for some articles among those of a window; each pair once. */
function* likelyPairs(
  index: ArticleIndex,
  numbers: readonly number[],
  { onReport, decision }: ClusterOptions,
): Generator<LikelyPair> {
  const found = new Map<number, ReadonlyMap<number, number>>();
  for (const number of numbers) {
    found.set(number, candidatesOf(index, subjectOf(index, number), decision));
    onReport?.();
  }
  for (const [from, candidates] of found) {
    for (const [to, probability] of candidates) {
      const back = found.get(to)?.get(from);
      // Articles of one day are each asked about the other: the mean of both answers is the pair's.
      if (back === undefined) yield { from, to, probability };
      else if (from < to) yield { from, to, probability: (probability + back) / 2 };
    }
  }
}

/** An article of an index, to be asked about. */
function subjectOf(index: ArticleIndex, number: number): Subject {
  const { id, lang, date } = index.document(number);
  const fingerprint = { version: index.facts.fingerprintVersion, lang, terms: index.terms(number) };
  // No address: the same page read twice is one event, not one article.
  return { id, url: null, publishedAt: date, fingerprint };
}

/** The nearest to an article with their probabilities, by their number. */
function candidatesOf(
  index: ArticleIndex,
  subject: Subject,
  decision: NonNullable<ClusterOptions['decision']> = probabilityOf,
): Map<number, number> {
  for (let perLanguage = FIRST_COMPARED; ; perLanguage *= MORE) {
    const matches = matchArticles(index, subject, { perLanguage, sameLanguage: true });
    const probabilities = matches.map(({ features }) => {
      const daysApart = counted(features.daysApart);
      const calendarDaysApart = counted(features.calendarDaysApart);
      return decision({ ...features, daysApart, calendarDaysApart }, subject.id);
    });
    // A large story has more reports of one language than were asked for: they would seem to be strangers.
    const likely = new Map<string, number>();
    matches.forEach(({ document }, i) => {
      if ((probabilities[i] ?? 0) >= SAME_STORY_SHARE) likely.set(document.lang, (likely.get(document.lang) ?? 0) + 1);
    });
    const mayBeMore = [...likely.values()].some((count) => count === perLanguage);
    if (!mayBeMore || perLanguage >= MOST_COMPARED) {
      return new Map(matches.map(({ number: other }, i) => [other, probabilities[i] ?? 0]));
    }
  }
}

function counted(days: number | null): number | null {
  return days === null ? null : Math.min(COUNTED_DAYS, days);
}

/** The articles of some shards in the order of what they say. */
function byContents(index: ArticleIndex, shards: readonly DayShard[]): number[] {
  const names = new Set(shards.map(({ name }) => name));
  const articles = index.shards
    .filter(({ shard }) => names.has(shard.name))
    .flatMap(({ shard, base }) => Array.from(shard.hashes, (hash, local) => ({ hash, number: base + local })));
  articles.sort((a, b) => a.hash - b.hash || (contentOf(index, a.number) < contentOf(index, b.number) ? -1 : 1));
  return articles.map(({ number }) => number);
}

/** What an article says, as one string; not its id. */
function contentOf(index: ArticleIndex, number: number): string {
  const { date, titles, url } = index.document(number);
  const terms = index.terms(number).map(({ key, strength }) => `${key} ${strength}`);
  return [date ?? '', ...Object.values(titles), url ?? '', ...terms].join('\n');
}
