/** Changes chunks outside of a round's own storing: what goes, what is joined. */
import { type Chunk, type ChunkStore, joinChunks, withoutItems } from '../../coverage/add-items';
import type { ChunkKeys } from '../../coverage/chunks';
import { chunksToJoin } from '../../coverage/join-chunks';
import { itemsToDrop } from '../../coverage/retention';
import type { StorageFailure } from '../../library/storage-failure';
import { failureOf } from '../database';
import { changeLive, chunkKeysTable, chunkTable, statisticsTable } from './database';
import { listChunks, openChunkStore } from './stored';

/** Chunks that go, and those that take their place. */
interface Exchange {
  readonly gone: readonly ChunkKeys[];
  readonly made: readonly Chunk[];
}

/**
 * Exchanges chunks for others. It waits for no round: where one stores something in between, what is to be done is worked out
 * anew.
 *
 * @param also what else is changed in the same transaction
 */
async function exchange(
  work: (store: ChunkStore) => Promise<Exchange>,
  also: () => Promise<unknown> = async () => {},
): Promise<void> {
  while (!(await tryExchange(work, also)));
}

/** False, with nothing changed, where other chunks are there by now. */
async function tryExchange(
  work: (store: ChunkStore) => Promise<Exchange>,
  also: () => Promise<unknown>,
): Promise<boolean> {
  // Of the table itself: a record that is unsound is in no store.
  const before = new Set(await chunkKeysTable.toCollection().primaryKeys());
  const { gone, made } = await work(await openChunkStore());
  return changeLive(async () => {
    const now = await chunkKeysTable.toCollection().primaryKeys();
    if (now.length !== before.size || now.some((id) => !before.has(id))) return false;
    await also();
    await chunkTable.bulkDelete(gone.map(({ id }) => id));
    await chunkKeysTable.bulkDelete(gone.map(({ id }) => id));
    await chunkTable.bulkPut(made.map(({ keys: { id }, bytes }) => ({ id, bytes })));
    await chunkKeysTable.bulkPut(made.map(({ keys }) => keys));
    // They are of the words of all items; while some are left, they are counted anew when these are next opened.
    if (gone.length === before.size && made.length === 0) await statisticsTable.clear();
    return true;
  });
}

/** Takes items out of the index. */
export function removeItems(goes: (id: string) => boolean, also?: () => Promise<unknown>): Promise<void> {
  return exchange(async (store) => {
    const gone = store.chunks.filter(({ ids }) => ids.some(goes));
    const made: Chunk[] = [];
    for (const chunk of gone) {
      const rest = await withoutItems(chunk, store, goes);
      if (rest !== null) made.push(rest);
    }
    return { gone, made };
  }, also);
}

/**
 * Lets go of what there is too much of, and joins the chunks of days that are over; null where that was done, else why it was
 * not.
 */
export async function tidyChunks(mostItems: number): Promise<StorageFailure | null> {
  try {
    const going = itemsToDrop(await listChunks(), mostItems);
    if (going.size > 0) await removeItems((id) => going.has(id));
    // One day at a time: a kill loses no more than that.
    for (let most = MOST_JOININGS; most > 0 && (await joinOne()); most--);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Days whose chunks are joined after one round. */
const MOST_JOININGS = 2;

/** Joins the chunks of one day; false where there are none to be joined. */
async function joinOne(): Promise<boolean> {
  if (chunksToJoin(await listChunks()).length === 0) return false;
  await exchange(async (store) => {
    const [gone = []] = chunksToJoin(store.chunks);
    const joined = await joinChunks(gone, store);
    return { gone, made: joined === null ? [] : [joined] };
  });
  return true;
}
