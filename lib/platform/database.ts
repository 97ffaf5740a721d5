import Dexie, { type Table } from 'dexie';
import type { HistoryEntry, SavedStory } from '../library/saved-story';
import { type StorageFailure, toStorageFailure } from '../library/storage-failure';

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

/** Less room than this is none: the browsers need some for themselves. */
const NO_ROOM_BYTES = 500_000;

/** Makes a change, of the reader's database where no other is named; null where it was kept, else why it was not. */
export async function keep(change: () => Promise<unknown>, changed: Dexie = database): Promise<StorageFailure | null> {
  try {
    await onConnection(changed, change);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Why something could not be kept. Chromium breaks its connection where the disk is full, and says so nowhere else. */
export async function failureOf(error: unknown): Promise<StorageFailure> {
  const failure = toStorageFailure(error);
  if (failure.code === 'storage-full') return failure;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  return quota - usage < NO_ROOM_BYTES ? { ...failure, code: 'storage-full' } : failure;
}

/** What Dexie throws where the connection has broken: a full disk breaks it in both browsers, for good. */
const BROKEN = new Set(['InvalidStateError', 'UnknownError', 'DatabaseClosedError', 'OpenFailedError', 'AbortError']);

/** Tries once more on a new connection where the one there was has broken: there may be room by now. */
async function onConnection<T>(broken: Dexie, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && BROKEN.has(error.name))) throw error;
    broken.close({ disableAutoOpen: false });
    return await work();
  }
}
