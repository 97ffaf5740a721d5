import type { Findings } from '../lib/match/types';
import { countOthers, type LanguageCount, withoutHidden } from './coverage';
import type { PageState } from './page-state';
import type { Choices } from './reader';
import type { Ui } from './ui';

/** What was found for a page, at a glance. */
export interface Overview {
  /** Reports in other languages than the article's, as far as the reader wants to see them. */
  readonly counts: readonly LanguageCount[];
  /** Reports in other languages of outlets that the reader hides. */
  readonly hidden: number;
  /** Whether the index holds a report of the event at all. */
  readonly reported: boolean;
}

/** Counts the reports of the event that a page is about. */
export function overviewOf(state: PageState, { languages, hiddenOutlets }: Choices): Overview {
  if (state?.status !== 'read' || state.findings === null) return { counts: [], hidden: 0, reported: false };
  const { sameEvent } = state.findings;
  const count = (stories: Findings['sameEvent']) => countOthers(stories, state.page.lang, languages);
  const counts = count(withoutHidden(sameEvent, hiddenOutlets));
  return {
    counts,
    hidden: sumOf(count(sameEvent)) - sumOf(counts),
    reported: sameEvent.some(({ coverage }) => coverage.length > 0),
  };
}

function sumOf(counts: readonly LanguageCount[]): number {
  return counts.reduce((sum, { reports }) => sum + reports, 0);
}

/** What was found, in one line. What the reader hides is not said to be missing. */
export function overviewInWords(ui: Ui, { counts, hidden, reported }: Overview): string {
  if (counts.length > 0)
    return ui.text('foundSummary', ui.count('reports', sumOf(counts)), ui.count('languages', counts.length));
  if (hidden > 0) return ui.count('hiddenReports', hidden);
  return ui.text(reported ? 'noOtherLanguages' : 'knownEvent');
}
