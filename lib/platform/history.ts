import { browser } from 'wxt/browser';
import { toHistoryEntry } from '../library/keep';
import type { HistoryEntry } from '../library/saved-story';
import { historyEntrySchema, soundOnes } from '../library/schemas';
import type { StorageFailure } from '../library/storage-failure';
import { changeBoth, historyTable, keep } from './database';
import { watch } from './library';
import type { TabState } from './schemas';
import { loadSettings } from './settings';

/** Older entries are forgotten. */
const MOST_ENTRIES = 5000;

/** What a reading leaves in the history: its article, and the stories that it reports. */
interface MatchedReading {
  readonly state: TabState;
  /** Whether its tab is in a private window. */
  readonly isPrivate: boolean;
}

/** What is listed of a reading: null for a private window's, and for a page that is no article. */
export function entryOf({ state, isPrivate }: MatchedReading, now: Date): HistoryEntry | null {
  if (isPrivate || state.status !== 'read' || state.page.kind !== 'article' || state.findings === null) return null;
  const ids = state.findings.sameEvent.map(({ id }) => id);
  return toHistoryEntry(state.page, ids, now);
}

/**
 * Lists an article that was matched, where the reader wants a history; null where there was nothing to list or it was done.
 * One that is read again at once is listed once.
 */
export async function addToHistory(reading: MatchedReading): Promise<StorageFailure | null> {
  const entry = browser.extension.inIncognitoContext ? null : entryOf(reading, new Date());
  if (entry === null || !(await loadSettings()).history) return null;
  const add = async (): Promise<void> => {
    const newest = historyTable.orderBy('readAt').reverse().limit(1);
    const [last] = soundOnes(await newest.toArray(), historyEntrySchema);
    if (last !== undefined && last.page.url !== null && last.page.url === entry.page.url) await newest.delete();
    await historyTable.add(entry);
    await forgetOldest();
  };
  return keep(() => changeBoth(add));
}

/** The articles that were matched, the latest first. A record that is unsound is left out. */
export async function listHistory(): Promise<readonly HistoryEntry[]> {
  return soundOnes(await historyTable.orderBy('readAt').reverse().toArray(), historyEntrySchema);
}

/** Calls back with the history, at once and whenever it has changed. */
export function watchHistory(
  onChange: (history: readonly HistoryEntry[]) => void,
  onFailure: (failure: StorageFailure) => void,
): () => void {
  return watch(listHistory, onChange, onFailure);
}

/** Forgets the history; null where that was done. */
export function clearHistory(): Promise<StorageFailure | null> {
  return keep(() => historyTable.clear());
}

/** Keeps as many entries as there may be, the latest. */
export async function forgetOldest(): Promise<void> {
  const surplus = (await historyTable.count()) - MOST_ENTRIES;
  if (surplus > 0) await historyTable.orderBy('readAt').limit(surplus).delete();
}
