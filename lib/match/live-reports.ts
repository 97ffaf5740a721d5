/** Reports of what the reader follows, beside the stories of the bundled index. */
import { FileFormatError } from '../container/container';
import { hashString } from '../fingerprint/hash';
import { comparableAddress } from '../index/address';
import type { ArticleIndex } from '../index/article-index';
import type { WaitingSteps } from '../index/late';
import { type ArticleMatch, type MatchSubject, matchArticlesSteps } from './articles';
import { type FoundReport, joinDifferences, withEvidenceSteps } from './report-evidence';
import { instantsOf } from './time';
import type { Aligned, FoundStory, Report, ReportOrigin } from './types';

/** An index of articles that was not bundled. */
export interface LiveIndex {
  readonly origin: ReportOrigin;
  readonly index: ArticleIndex;
  /** Day on which it was last brought up to date, ISO: stands in where no report has a date. */
  readonly asOf: string;
  /** Whether an article was taken in with nothing but its headline. */
  isHeadlineOnly(id: string): boolean;
}

/** Reports of one language that are shown at most. */
const PER_LANGUAGE = 12;
/** Reports of all languages: a feed can claim a language of its own for each of its items. */
const MOST_REPORTS = 300;
const MOST_PAIRS = 24;
/** As much of a headline and of an outlet's name as is shown and kept: what an index of others says may have no end. */
const MOST_LETTERS = { headline: 1000, outlet: 300 } as const;

/**
 * Adds the live reports of an article's event: to the story that the article reports, and where the bundled index has
 * none, as a story of their own. With a pause every few milliseconds.
 */
export function* withLiveReportsSteps(
  stories: readonly FoundStory[],
  subject: MatchSubject,
  live: readonly LiveIndex[],
): WaitingSteps<FoundStory[]> {
  const all: FoundReport[] = [];
  for (const one of live) all.push(...(yield* reportsIn(one, subject)));
  const found = onceEach(all).slice(0, MOST_REPORTS);
  const [first, ...rest] = stories;
  const [best] = found;
  if (best === undefined) return [...stories];
  if (first === undefined) {
    const reports = yield* withEvidenceSteps(found, subject.fingerprint);
    return [storyOf(best, found, reports, subject.publishedAt ?? live[0]?.asOf ?? '')];
  }
  const known = new Set(stories.flatMap(({ coverage }) => coverage.map(({ url }) => comparableAddress(url))));
  const added = found.filter(({ report }) => !known.has(comparableAddress(report.url)));
  const why = joinPairs([first.why, ...added.map((one) => one.why)]);
  const reports = yield* withEvidenceSteps(added, subject.fingerprint);
  return [{ ...first, why, coverage: [...first.coverage, ...reports] }, ...rest];
}

/** The reports of one index. One that turns out to be damaged takes nothing else with it. */
function* reportsIn(live: LiveIndex, subject: MatchSubject): WaitingSteps<FoundReport[]> {
  try {
    return yield* soundReportsIn(live, subject);
  } catch (error) {
    if (error instanceof FileFormatError) return [];
    throw error;
  }
}

function* soundReportsIn(
  { origin, index, isHeadlineOnly }: LiveIndex,
  subject: MatchSubject,
): WaitingSteps<FoundReport[]> {
  const matches = yield* matchArticlesSteps(index, subject, { perLanguage: PER_LANGUAGE, sameLanguage: true });
  const found: FoundReport[] = [];
  for (const match of matches) {
    if (match.relation !== 'same-event') continue;
    yield* index.load(match.number);
    const { document, score, why } = match;
    const report = reportOf(document, origin, isHeadlineOnly(document.id));
    if (report !== null) found.push({ report, score, why, index, number: match.number });
    yield;
  }
  return found;
}

/** An article as a report; null where nothing leads to it. */
function reportOf(document: ArticleMatch['document'], origin: ReportOrigin, headlineOnly: boolean): Report | null {
  const { url, lang, date, titles, site } = document;
  if (url === null) return null;
  return {
    outlet: (site ?? comparableAddress(url).replace(/\/.*$/, '')).slice(0, MOST_LETTERS.outlet),
    lang,
    // What is no date is not shown as one.
    date: date === null || instantsOf(date) === null ? null : date,
    url,
    headline: titles[lang]?.slice(0, MOST_LETTERS.headline) ?? null,
    origin,
    ...(headlineOnly ? { headlineOnly } : {}),
  };
}

/** By falling score; an address that several sources have once. */
function onceEach(reports: readonly FoundReport[]): FoundReport[] {
  const seen = new Set<string>();
  return [...reports]
    .sort((a, b) => b.score - a.score)
    .filter(({ report }) => {
      const address = comparableAddress(report.url);
      if (seen.has(address)) return false;
      seen.add(address);
      return true;
    });
}

/** A story of nothing but reports: it is called what the best report of each language says, and known by the first. */
function storyOf(
  best: FoundReport,
  found: readonly FoundReport[],
  reports: readonly Report[],
  usualDate: string,
): FoundStory {
  const dated = reports.filter(({ date }) => date !== null).sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  const titles: Record<string, string> = {};
  for (const { lang, headline } of reports) if (headline !== null) titles[lang] ??= headline;
  return {
    id: `live:${hashString(comparableAddress((dated[0] ?? best.report).url)).toString(36)}`,
    date: (dated[0]?.date ?? usualDate).slice(0, 10),
    titles,
    score: best.score,
    relation: 'same-event',
    why: joinPairs(found.map(({ why }) => why)),
    coverage: reports,
    differences: joinDifferences(reports),
    searchWords: {},
  };
}

/** The pairs of several matches of one article: a word of the article once, with what all the other sides call it. */
function joinPairs(lists: readonly (readonly Aligned[])[]): Aligned[] {
  const joined = new Map<string, Aligned>();
  for (const pair of lists.flat()) {
    const key = `${pair.kind} ${pair.here.text.toLowerCase()}`;
    const known = joined.get(key);
    const there = [...(known?.there ?? []), ...pair.there];
    const forms = new Map(there.map((form) => [`${form.lang} ${form.text.toLowerCase()}`, form]));
    joined.set(key, { ...pair, weight: Math.max(known?.weight ?? 0, pair.weight), there: [...forms.values()] });
  }
  return [...joined.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_PAIRS);
}
