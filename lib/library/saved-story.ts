/** What a reader keeps. Types only. */
import type { FoundStory } from '../match/types';

/** The article that was read, as far as it is kept: never its text. */
export interface ReadArticle {
  readonly title: string;
  readonly lang: string;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO date or date and time. */
  readonly publishedAt: string | null;
}

/** A story with its coverage as it was when it was saved, and the article that led to it. */
export interface SavedStory {
  /** The story's id: a story is kept once. */
  readonly id: string;
  /** ISO date and time. */
  readonly savedAt: string;
  readonly page: ReadArticle;
  readonly story: FoundStory;
}

/** An article that was matched, in the reading history. */
export interface HistoryEntry {
  /** ISO date and time. */
  readonly readAt: string;
  readonly page: ReadArticle;
  /** Ids of the stories that it reports. */
  readonly stories: readonly string[];
}
