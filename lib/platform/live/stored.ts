/** What stands in the live database, checked as it is read. */
import * as v from 'valibot';
import type { ChunkStore } from '../../coverage/add-items';
import type { ChunkKeys } from '../../coverage/chunks';
import { type FollowedFeed, followedFeedSchema } from '../../coverage/followed-feed';
import { type Subscription, subscriptionSchema } from '../../coverage/subscription';
import { chunkKeysTable, chunkTable, feedTable, statisticsTable, subscriptionTable } from './database';

const Keys = v.object({
  id: v.string(),
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  dated: v.boolean(),
  ids: v.array(v.string()),
  keys: v.instance(Float64Array),
}) satisfies v.GenericSchema<unknown, ChunkKeys>;

const File = v.object({ id: v.string(), bytes: v.instance(Uint8Array) });

/** The feeds that the reader follows, those that are unsound left out. */
export async function listFeeds(): Promise<FollowedFeed[]> {
  return sound(await feedTable.toArray(), followedFeedSchema);
}

/** The indexes that the reader subscribes to. */
export async function listSubscriptions(): Promise<Subscription[]> {
  return sound(await subscriptionTable.toArray(), subscriptionSchema);
}

/** What the chunks hold, by day. */
export async function listChunks(): Promise<ChunkKeys[]> {
  return sound(await chunkKeysTable.orderBy('day').toArray(), Keys);
}

/** A chunk's file; null where it is not there, or no file. */
export async function loadChunk(id: string): Promise<Uint8Array | null> {
  const file = v.safeParse(File, await chunkTable.get(id));
  return file.success ? file.output.bytes : null;
}

const STATISTICS = 'chunks';

/** The statistics of the chunks, of these or of earlier ones; null where there are none. */
export async function loadStatistics(): Promise<Uint8Array | null> {
  const file = v.safeParse(File, await statisticsTable.get(STATISTICS));
  return file.success ? file.output.bytes : null;
}

/** Keeps the statistics of the chunks. */
export async function keepStatistics(bytes: Uint8Array): Promise<void> {
  await statisticsTable.put({ id: STATISTICS, bytes });
}

/** The chunks as the writing of new ones needs them. */
export async function openChunkStore(): Promise<ChunkStore> {
  return { chunks: await listChunks(), load: loadChunk, newId: () => crypto.randomUUID() };
}

function sound<T>(records: readonly unknown[], schema: v.GenericSchema<unknown, T>): T[] {
  return records.flatMap((record) => {
    const checked = v.safeParse(schema, record);
    return checked.success ? [checked.output] : [];
  });
}
