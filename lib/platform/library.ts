import { liveQuery } from 'dexie';
import * as v from 'valibot';
import type { SavedStory } from '../library/saved-story';
import { savedStorySchema, soundOnes } from '../library/schemas';
import type { StorageFailure } from '../library/storage-failure';
import { failureOf, keep, savedTable } from './database';

/** Keeps a story, in place of what was kept of it before; null where that was done. */
export function saveStory(saved: SavedStory): Promise<StorageFailure | null> {
  // What could not be read back must not look saved.
  return keep(async () => savedTable.put(v.parse(savedStorySchema, saved)));
}

/** A story as it was saved; null where it is not, or cannot be read. */
export async function getSaved(id: string): Promise<SavedStory | null> {
  const stored = await savedTable.get(id).catch(() => undefined);
  const [saved = null] = soundOnes([stored], savedStorySchema);
  return saved;
}

/** Forgets a saved story; null where that was done. */
export function removeStory(id: string): Promise<StorageFailure | null> {
  return keep(() => savedTable.delete(id));
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
    error: (error: unknown) => void failureOf(error).then(onFailure),
  });
  return () => subscription.unsubscribe();
}
