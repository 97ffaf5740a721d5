/** Which articles of an index are of one event: they are grouped into stories, day by day. */
import { partOf } from '../index/part';
import type { StoryIndex } from '../index/types';
import { matchArticles } from './articles';
import { contentOf } from './best';
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

/**
 * Groups the articles of an index into stories, over all languages. Each is compared with those of its own day and of
 * the days before, as far as the window reaches; those without a date come last and are compared with all. Neither the
 * order of the articles nor their ids show in the answer.
 */
export function clusterArticles(index: StoryIndex, options: ClusterOptions = {}): StoryReport[] {
  const clusters = new StoryClusters();
  const reports: { readonly number: number; readonly name: string }[] = [];
  const reportOf = new Map<number, number>();
  const batches = batchesOf(index);
  // A report without a date may belong to a story of any day: then none can be closed.
  const allDated = batches.every(({ day }) => day !== null);
  for (const { day, numbers, window } of batches) {
    const date = day === null ? 'undated' : isoDay(day);
    byContents(index, numbers).forEach((number, place) => {
      reportOf.set(number, clusters.add(day));
      reports.push({ number, name: `${date}.${place + 1}` });
    });
    for (const { from, to, probability } of likelyPairs(index, numbers, window, options)) {
      clusters.link(reportOf.get(from) ?? -1, reportOf.get(to) ?? -1, probability);
    }
    clusters.settle();
    if (allDated && day !== null) clusters.closeBefore(day - WINDOW_DAYS);
  }
  return reports.map(({ number }, report) => ({
    id: index.document(number).id,
    story: reports[clusters.founderOf(report)]?.name ?? '',
  }));
}

/** Articles that come in together. */
interface Batch {
  /** Days since 1970; null where none of them has a date. */
  readonly day: number | null;
  /** Their document numbers. */
  readonly numbers: readonly number[];
  /** Document numbers of what they are compared with, themselves included, rising. */
  readonly window: readonly number[];
}

/** The articles by their day, those without a date at the end. */
function batchesOf(index: StoryIndex): Batch[] {
  const byDay = new Map<number, number[]>();
  const undated: number[] = [];
  const all: number[] = [];
  for (let number = 0; number < index.size; number++) {
    const { kind, date } = index.document(number);
    if (kind !== 'article') continue;
    all.push(number);
    const day = calendarDays(EPOCH, date);
    const batch = day === null ? undated : (byDay.get(day) ?? []);
    batch.push(number);
    if (day !== null) byDay.set(day, batch);
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  const batches = days.map(([day, numbers], i): Batch => {
    const near = days.slice(0, i + 1).filter(([earlier]) => day - earlier <= WINDOW_DAYS);
    return { day, numbers, window: near.flatMap(([, some]) => some).sort((a, b) => a - b) };
  });
  return undated.length > 0 ? [...batches, { day: null, numbers: undated, window: all }] : batches;
}

/** Two articles that may report one event. */
interface LikelyPair {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** What the engine finds for some articles among those of a window; each pair once. */
function* likelyPairs(
  index: StoryIndex,
  numbers: readonly number[],
  window: readonly number[],
  { onReport, decision = probabilityOf }: ClusterOptions,
): Generator<LikelyPair> {
  const part = partOf(index, window);
  const found = new Map<number, ReadonlyMap<number, number>>();
  for (const number of numbers) {
    found.set(number, candidatesOf(part, window, part.find(index.document(number).id), decision));
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

/** The nearest to an article with their probabilities, by their number in the whole index. */
function candidatesOf(
  part: StoryIndex,
  window: readonly number[],
  slot: number,
  decision: NonNullable<ClusterOptions['decision']>,
): Map<number, number> {
  const { id, lang, date } = part.document(slot);
  const fingerprint = { version: part.facts.fingerprintVersion, lang, terms: part.terms(slot) };
  // No address: the same page read twice is one event, not one article.
  const subject = { id, url: null, publishedAt: date, fingerprint };
  for (let perLanguage = FIRST_COMPARED; ; perLanguage *= MORE) {
    const matches = matchArticles(part, subject, { perLanguage, sameLanguage: true });
    const probabilities = matches.map(({ features }) => {
      const daysApart = counted(features.daysApart);
      const calendarDaysApart = counted(features.calendarDaysApart);
      return decision({ ...features, daysApart, calendarDaysApart }, id);
    });
    // A large story has more reports of one language than were asked for: they would seem to be strangers.
    const likely = new Map<string, number>();
    matches.forEach(({ document }, i) => {
      if ((probabilities[i] ?? 0) >= SAME_STORY_SHARE) likely.set(document.lang, (likely.get(document.lang) ?? 0) + 1);
    });
    const mayBeMore = [...likely.values()].some((count) => count === perLanguage);
    if (!mayBeMore || perLanguage >= MOST_COMPARED) {
      return new Map(matches.map(({ number }, i) => [window[number] ?? -1, probabilities[i] ?? 0]));
    }
  }
}

function counted(days: number | null): number | null {
  return days === null ? null : Math.min(COUNTED_DAYS, days);
}

/** Documents in the order of what they say. */
function byContents(index: StoryIndex, numbers: readonly number[]): number[] {
  const contents = new Map(numbers.map((number) => [number, contentOf(index, number)]));
  const before = (a: number, b: number): boolean => (contents.get(a) ?? '') < (contents.get(b) ?? '');
  return [...numbers].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, EPOCH.length);
}
