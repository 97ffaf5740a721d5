import { reportsByLanguage } from '../lib/export/reports-by-language';
import type { Form } from '../lib/fingerprint/types';
import { isSameLanguage } from '../lib/languages/base-language';
import { titleIn } from '../lib/languages/first-in';
import type { Aligned, Report, StoryMatch } from '../lib/match/types';

/** The reports of one story in one language, under the story's title. */
export interface LanguageGroup {
  /** Primary subtag. */
  readonly lang: string;
  /** The story's title, in this language where the index has it. */
  readonly title: Form | null;
  readonly reports: readonly Report[];
}

/** A story's reports as the panel shows them. */
export interface GroupedCoverage {
  /** Other languages than the article's: the reader's first and in the reader's order, then those with most reports. */
  readonly others: readonly LanguageGroup[];
  /** Reports in the article's own language. */
  readonly same: LanguageGroup | null;
}

/**
 * Parts a story's reports by language.
 *
 * @param preferred names of outlets that come first in their language
 */
export function groupCoverage(
  story: Pick<StoryMatch, 'titles' | 'coverage'>,
  articleLang: string,
  readerLangs: readonly string[],
  preferred: readonly string[] = [],
): GroupedCoverage {
  const groups = reportsByLanguage(story.coverage, readerLangs).map(
    ({ lang, reports }): LanguageGroup => ({
      lang,
      title: titleIn(story.titles, [lang]),
      reports: inOrder(reports, preferred),
    }),
  );
  return {
    others: groups.filter((group) => !isSameLanguage(group.lang, articleLang)),
    same: groups.find((group) => isSameLanguage(group.lang, articleLang)) ?? null,
  };
}

/** The reader's preferred outlets, then the earliest first, as the news went round; undated ones last. */
function inOrder(reports: readonly Report[], preferred: readonly string[]): Report[] {
  const rank = ({ outlet }: Report): number => (preferred.includes(outlet) ? 0 : 1);
  return [...reports].sort((a, b) => rank(a) - rank(b) || (a.date ?? '9999').localeCompare(b.date ?? '9999'));
}

/** Stories without the reports of outlets that the reader hides. */
export function withoutHidden<T extends Pick<StoryMatch, 'coverage'>>(
  stories: readonly T[],
  hidden: readonly string[],
): readonly T[] {
  if (hidden.length === 0) return stories;
  return stories.map((story) => ({
    ...story,
    coverage: story.coverage.filter(({ outlet }) => !hidden.includes(outlet)),
  }));
}

/** One pair of words that aligned: the article's, and the other side's in the language asked for. */
export interface WhyPair {
  readonly kind: Aligned['kind'];
  readonly here: Form;
  readonly there: Form;
}

/** Fewer pairs than this explain nothing: then other languages' forms stand in. */
const ENOUGH_PAIRS = 2;

/**
 * The pairs to show beside reports of a language, heaviest first: those with a form in that language. Where these are too
 * few to explain anything, the other pairs follow with their English or first form.
 */
export function pairsFor(why: readonly Aligned[], lang: string, limit: number): WhyPair[] {
  const own: WhyPair[] = [];
  const standIns: WhyPair[] = [];
  for (const { kind, here, there } of why) {
    const exact = there.find((form) => isSameLanguage(form.lang, lang));
    const standIn = there.find((form) => isSameLanguage(form.lang, 'en')) ?? there[0];
    if (exact) own.push({ kind, here, there: exact });
    else if (standIn) standIns.push({ kind, here, there: standIn });
  }
  return (own.length < ENOUGH_PAIRS ? [...own, ...standIns] : own).slice(0, limit);
}

/** How many reports there are in one language. */
export interface LanguageCount {
  readonly lang: string;
  readonly reports: number;
}

/** Reports of all these stories in other languages than the article's, counted, in the order of the groups. */
export function countOthers(
  stories: readonly Pick<StoryMatch, 'titles' | 'coverage'>[],
  articleLang: string,
  readerLangs: readonly string[],
): LanguageCount[] {
  const all = { titles: {}, coverage: stories.flatMap(({ coverage }) => coverage) };
  return groupCoverage(all, articleLang, readerLangs).others.map(({ lang, reports }) => ({
    lang,
    reports: reports.length,
  }));
}

/** Up to `limit` reports for a glance: the first of each language, in the order of the groups. */
export function bestReports(
  groups: readonly LanguageGroup[],
  limit: number,
): { group: LanguageGroup; report: Report }[] {
  return groups.flatMap((group) => group.reports.slice(0, 1).map((report) => ({ group, report }))).slice(0, limit);
}
