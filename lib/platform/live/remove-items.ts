import { type Chunk, withoutItems } from '../../coverage/add-items';
import { itemsToDrop } from '../../coverage/retention';
import type { StorageFailure } from '../../library/storage-failure';
import { failureOf } from '../database';
import { changeLive, chunkKeysTable, chunkTable, statisticsTable } from './database';
import { listChunks, openChunkStore } from './stored';

/** Whether an item is to go, by its id. */
type Going = (id: string) => boolean;

/**
 * Takes items out of the index. It waits for no round: where one stores something in between, what is to go is worked out
 * anew.
 *
 * @param also what else is changed in the same transaction
 */
export async function removeItems(goes: Going, also: () => Promise<unknown> = async () => {}): Promise<void> {
  while (!(await tryRemoving(goes, also)));
}

/** False, with nothing changed, where other chunks are there by now. */
async function tryRemoving(goes: Going, also: () => Promise<unknown>): Promise<boolean> {
  // Of the table itself: a record that is unsound is in no store.
  const before = new Set(await chunkKeysTable.toCollection().primaryKeys());
  const store = await openChunkStore();
  const touched = store.chunks.filter(({ ids }) => ids.some(goes));
  const left: Chunk[] = [];
  for (const chunk of touched) {
    const rest = await withoutItems(chunk, store, goes);
    if (rest !== null) left.push(rest);
  }
  return changeLive(async () => {
    const now = await chunkKeysTable.toCollection().primaryKeys();
    if (now.length !== before.size || now.some((id) => !before.has(id))) return false;
    await also();
    await chunkTable.bulkDelete(touched.map(({ id }) => id));
    await chunkKeysTable.bulkDelete(touched.map(({ id }) => id));
    await chunkTable.bulkPut(left.map(({ keys: { id }, bytes }) => ({ id, bytes })));
    await chunkKeysTable.bulkPut(left.map(({ keys }) => keys));
    // They are of the words of all items; while some are left, they are counted anew when these are next opened.
    if (touched.length === before.size && left.length === 0) await statisticsTable.clear();
    return true;
  });
}

/** Lets go of what there is too much of; null where that was done, else why it was not. */
export async function keepWithinSize(mostItems: number): Promise<StorageFailure | null> {
  try {
    const going = itemsToDrop(await listChunks(), mostItems);
    if (going.size > 0) await removeItems((id) => going.has(id));
    return null;
  } catch (error) {
    return failureOf(error);
  }
}
