/** What matching an article gives. Types only. */
import type { Form, TermKind } from '../fingerprint/types';

/** How a found story or report stands to the article: the same event, an earlier event of its story, or a neighbour. */
export type Relation = 'same-event' | 'background' | 'related' | 'none';

/** One term that both sides have: the words of this article and those of the other side. */
export interface Aligned {
  readonly kind: TermKind;
  /** As the open article writes it. */
  readonly here: Form;
  /** As the other side writes it; a story knows a term in several languages. */
  readonly there: readonly Form[];
  /** Share of the match that rests on this pair, 0 to 1. */
  readonly weight: number;
}

/** What speaks against two reports being of one event although they share their actors. */
export type Contradiction = 'other-day' | 'other-place';

/** What one of two reports has and the other has not. */
export interface Difference {
  readonly kind: TermKind;
  /** As that side writes it; a story knows it in several languages. */
  readonly forms: readonly Form[];
  /** Strength times rarity: how much it says. */
  readonly weight: number;
}

/** Names, places, numbers and concepts that only one side has, heaviest first. */
export interface Differences {
  readonly onlyHere: readonly Difference[];
  readonly onlyThere: readonly Difference[];
}

/** Where a report is known from, other than the bundled index. */
export type ReportOrigin = 'feed' | 'subscribed' | 'saved';

/** One outlet's report of a story. The headline is null in the bundled index, which keeps citations only. */
export interface Report {
  readonly outlet: string;
  readonly lang: string;
  /** ISO date, or null where the source does not say. */
  readonly date: string | null;
  readonly url: string;
  readonly headline: string | null;
  /** Absent for a report of the bundled index. */
  readonly origin?: ReportOrigin;
  /** Nothing but its headline was compared with the article. */
  readonly headlineOnly?: boolean;
  /** Absent for a report of the bundled index, of which no words are known, and where reports are very many. */
  readonly evidence?: ReportEvidence;
}

/** Why one report matched, and what only it or only the article tells. */
export interface ReportEvidence {
  readonly why: readonly Aligned[];
  readonly differences: Differences;
}

/** A story of the index found for an article. */
export interface StoryMatch {
  readonly id: string;
  /** ISO date of the event. */
  readonly date: string;
  /** The story's title by language. */
  readonly titles: Readonly<Record<string, string>>;
  /** Probability that the article reports this event, 0 to 1. */
  readonly score: number;
  readonly relation: Relation;
  /** The aligned pairs, heaviest first. */
  readonly why: readonly Aligned[];
  readonly coverage: readonly Report[];
}

/** A story that the article reports, with what helps to read on. */
export interface FoundStory extends StoryMatch {
  readonly differences: Differences;
  /** What to search for it with, by language: names of the story and what happened. */
  readonly searchWords: Readonly<Record<string, readonly string[]>>;
}

/** What the index covers, for "nothing found" and the options page. */
export interface IndexFacts {
  readonly stories: number;
  readonly reports: number;
  /** Different outlets of the reports, and sites of the articles. */
  readonly outlets: number;
  readonly articles: number;
  /** Languages of the reports and articles, most reports first. */
  readonly languages: readonly string[];
  /** First and last day of the events, ISO; null when empty. */
  readonly from: string | null;
  readonly to: string | null;
  readonly bytes: number;
  readonly fingerprintVersion: number;
}

/** How the sources stood that the reader follows when an article was matched. */
export interface LiveFacts {
  readonly feeds: number;
  readonly subscriptions: number;
  /** Items and articles that were searched. */
  readonly articles: number;
  /** When a source was last read well, ISO; null where none has been. */
  readonly readAt: string | null;
  /** Names of the sources that could not be read the last time. */
  readonly failing: readonly string[];
  readonly paused: boolean;
}

/** The answer for one article, ready for the panel: falling score in each list. */
export interface Findings {
  readonly sameEvent: readonly FoundStory[];
  /** Earlier events of the same running story, latest first. */
  readonly background: readonly StoryMatch[];
  readonly related: readonly StoryMatch[];
  readonly index: IndexFacts;
  /** Absent where the reader follows no source. */
  readonly live?: LiveFacts;
}
