import { liveQuery } from 'dexie';
import * as v from 'valibot';
import type { SavedStory } from '../library/saved-story';
import { savedStorySchema, soundOnes } from '../library/schemas';
import { type StorageFailure, toStorageFailure } from '../library/storage-failure';
import { savedTable } from './database';

/** Keeps a story, in place of what was kept of it before; null where that was done. */
export async function saveStory(saved: SavedStory): Promise<StorageFailure | null> {
  try {
    // What could not be read back must not look saved.
    await savedTable.put(v.parse(savedStorySchema, saved));
    return null;
  } catch (error) {
    return toStorageFailure(error);
  }
}

/** Forgets a saved story; null where that was done. */
export async function removeStory(id: string): Promise<StorageFailure | null> {
  try {
    await savedTable.delete(id);
    return null;
  } catch (error) {
    return toStorageFailure(error);
  }
}

/** The saved stories, the latest first. A record that is unsound is left out. */
export async function listSaved(): Promise<readonly SavedStory[]> {
  return soundOnes(await savedTable.orderBy('savedAt').reverse().toArray(), savedStorySchema);
}

/** Calls back with the saved stories, at once and whenever any page of the extension has changed them. */
export function watchSaved(
  onChange: (saved: readonly SavedStory[]) => void,
  onFailure: (failure: StorageFailure) => void,
): () => void {
  return watch(listSaved, onChange, onFailure);
}

/** Calls back with the ids of the saved stories, at once and whenever any page of the extension has changed them. */
export function watchSavedIds(
  onChange: (ids: ReadonlySet<string>) => void,
  onFailure: (failure: StorageFailure) => void,
): () => void {
  return watch(async () => new Set(await savedTable.toCollection().primaryKeys()), onChange, onFailure);
}

/** Follows what a query of the database gives; returns how to stop. */
export function watch<T>(
  query: () => Promise<T>,
  onChange: (result: T) => void,
  onFailure: (failure: StorageFailure) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({
    next: onChange,
    error: (error: unknown) => onFailure(toStorageFailure(error)),
  });
  return () => subscription.unsubscribe();
}
