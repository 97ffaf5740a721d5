import Dexie, { type Table } from 'dexie';
import type { ChunkKeys } from '../../coverage/chunks';
import type { FollowedFeed } from '../../coverage/followed-feed';
import type { Subscription } from '../../coverage/subscription';
import type { StorageFailure } from '../../library/storage-failure';
import { keep } from '../database';

/**
 * The live index, in a database of its own: it can be made again from the feeds, what the reader keeps cannot. What is
 * read from it is checked: its types are what goes in.
 */
const database = new Dexie('sidelight-live');
database.version(1).stores({
  feeds: 'address',
  chunks: 'id',
  chunkKeys: 'id, day',
  subscriptions: 'address',
  shards: 'id',
  statistics: 'id',
});

/** The feeds that the reader follows, by address. */
export const feedTable: Table<unknown, string, FollowedFeed> = database.table('feeds');

/** A chunk's file. */
export interface ChunkFile {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The files of chunks, by id. A file is never changed: a chunk that changes gets a new id. */
export const chunkTable: Table<unknown, string, ChunkFile> = database.table('chunks');

/** What chunks hold, by the same id. */
export const chunkKeysTable: Table<unknown, string, ChunkKeys> = database.table('chunkKeys');

/** The indexes that the reader subscribes to, by the address of their manifest. */
export const subscriptionTable: Table<unknown, string, Subscription> = database.table('subscriptions');

/**
 * A file of a subscribed index. A blob: reading the record reads nothing of it, and a part of it can be read. Earlier
 * versions kept the bytes as those of a chunk.
 */
export interface SubscribedFile {
  readonly id: string;
  readonly file: Blob;
  /** So many of its bytes a search needs. */
  readonly searched: number;
}

/** Their files, by that address and the file's name. */
export const shardTable: Table<unknown, string, SubscribedFile> = database.table('shards');

/** The statistics of the chunks, one file. */
export const statisticsTable: Table<unknown, string, ChunkFile> = database.table('statistics');

/** Runs changes as one: all of them are kept, or none, whenever the browser ends the worker. */
export function changeLive<T>(changes: () => Promise<T>): Promise<T> {
  return database.transaction('rw', database.tables, changes);
}

/** Makes changes as one; null where they were kept, else why they were not. */
export function keepLive(changes: () => Promise<unknown>): Promise<StorageFailure | null> {
  return keep(() => changeLive(changes), database);
}

/** Forgets all that is followed, and all that came from it. */
export function clearLive(): Promise<void> {
  return changeLive(async () => {
    await feedTable.clear();
    await chunkTable.clear();
    await chunkKeysTable.clear();
    await subscriptionTable.clear();
    await shardTable.clear();
    await statisticsTable.clear();
  });
}
