/** Chunks as shards of an index of articles, and all of them as one index that is searched. */
import { inSlices } from '../article/in-slices';
import type { ArticleIndex } from '../index/article-index';
import { encodeShard } from '../index/encode-shard';
import { openArticleIndexSteps } from '../index/open-article-index';
import { openShard, type Shard } from '../index/shard';
import { decodeStatistics, encodeStatistics, type Statistics, statisticsSteps } from '../index/statistics';
import type { IndexSource } from '../index/types';

/** The file of a chunk. All of its articles are of one day, or without a date. */
export function encodeChunk(sources: readonly IndexSource[]): Uint8Array {
  return encodeShard(sources);
}

/** What a chunk's file holds. @throws FileFormatError where it is damaged, or of another version */
export function sourcesOf(bytes: Uint8Array): IndexSource[] {
  return openShard('chunk', bytes).sources();
}

/** A chunk's file, by its id. */
export interface ChunkFile {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** An open live index: what of it can serve again when some chunks have changed. */
export interface OpenChunks {
  readonly shards: ReadonlyMap<string, Shard>;
  readonly statistics: Statistics;
  readonly index: ArticleIndex;
}

/**
 * One index over chunks; null where there is nothing in them. A chunk that cannot be read is left out. What was open
 * before is taken over: a chunk never changes under its id.
 *
 * @param known statistics of these chunks, or of some of them: most of the work is in making them
 */
export async function openChunks(
  files: readonly ChunkFile[],
  before: OpenChunks | null,
  known = before?.statistics ?? null,
): Promise<OpenChunks | null> {
  const shards = new Map<string, Shard>();
  for (const { id, bytes } of files) {
    const shard = before?.shards.get(id) ?? opened(id, bytes);
    if (shard !== null) shards.set(id, shard);
  }
  if (shards.size === 0) return null;
  const statistics = known !== null && isOf(known, shards) ? known : await count(shards, known);
  const index = await inSlices(openArticleIndexSteps([...shards.values()], statistics));
  return { shards, statistics, index };
}

/** Whether statistics are of exactly these chunks. */
function isOf({ hubness }: Statistics, shards: ReadonlyMap<string, Shard>): boolean {
  return hubness.size === shards.size && [...shards.keys()].every((id) => hubness.has(id));
}

function count(shards: ReadonlyMap<string, Shard>, known: Statistics | null): Promise<Statistics> {
  const sources = Array.from(shards, ([name, shard]) => ({ name, open: () => shard }));
  return inSlices(statisticsSteps(sources, known ?? undefined));
}

/** Statistics as they are kept. */
export function writeStatistics(statistics: Statistics): Uint8Array {
  return encodeStatistics(statistics);
}

/** Statistics that were kept; null where they are damaged or of another version: they are made again. */
export function readStatistics(bytes: Uint8Array | null): Statistics | null {
  try {
    return bytes === null ? null : decodeStatistics('live', bytes);
  } catch {
    return null;
  }
}

function opened(id: string, bytes: Uint8Array): Shard | null {
  try {
    return openShard(id, bytes);
  } catch {
    return null;
  }
}
