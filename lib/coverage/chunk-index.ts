/** Chunks as shards of an index of articles, and all of them as one index that is searched. */
import { inSlices } from '../article/in-slices';
import { type ArticleIndex, openArticleIndexSteps } from '../index/article-index';
import { encodeShard } from '../index/encode-shard';
import { openShard, type Shard } from '../index/shard';
import { type Statistics, statisticsSteps } from '../index/statistics';
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
 */
export async function openChunks(files: readonly ChunkFile[], before: OpenChunks | null): Promise<OpenChunks | null> {
  const shards = new Map<string, Shard>();
  for (const { id, bytes } of files) {
    const shard = before?.shards.get(id) ?? opened(id, bytes);
    if (shard !== null) shards.set(id, shard);
  }
  if (shards.size === 0) return null;
  const sources = Array.from(shards, ([name, shard]) => ({ name, open: () => shard }));
  const statistics = await inSlices(statisticsSteps(sources, before?.statistics));
  const index = await inSlices(openArticleIndexSteps([...shards.values()], statistics));
  return { shards, statistics, index };
}

function opened(id: string, bytes: Uint8Array): Shard | null {
  try {
    return openShard(id, bytes);
  } catch {
    return null;
  }
}
