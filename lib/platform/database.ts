import Dexie, { type Table } from 'dexie';
import type { HistoryEntry, SavedStory } from '../library/saved-story';

/**
 * What the reader keeps, in IndexedDB. Every view and the background open it by themselves; Dexie tells each of the
 * others' changes. What is read from it is checked: its types are what goes in.
 *
 * A later shape gets a version of its own below this one, with `upgrade` where records change; the versions before stay,
 * so that any of them can be upgraded.
 */
const database = new Dexie('sidelight');
database.version(1).stores({ saved: 'id, savedAt', history: '++, readAt' });

/** Saved stories by id. */
export const savedTable: Table<unknown, string, SavedStory> = database.table('saved');

/** The reading history, by the order of writing. */
export const historyTable: Table<unknown, number, HistoryEntry> = database.table('history');

/** Runs changes of both tables as one: all of them are kept, or none. */
export function changeBoth<T>(changes: () => Promise<T>): Promise<T> {
  return database.transaction('rw', savedTable, historyTable, changes);
}
