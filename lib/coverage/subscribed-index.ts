import { inSlices } from '../article/in-slices';
import { FileFormatError } from '../container/container';
import type { ArticleIndex } from '../index/article-index';
import { type AwaitedSource, HeldParts, type WaitingSteps } from '../index/late';
import { type FileEntry, parseManifest } from '../index/manifest';
import { openArticleIndexSteps } from '../index/open-article-index';
import { checkShard, openShardParts, type Shard } from '../index/shard';
import { splitShard } from '../index/shard-format';
import { decodeStatistics } from '../index/statistics';

/** A file of a subscribed index as it is kept. */
export interface KeptFile {
  readonly bytes: number;
  /** So many bytes of it a search needs: of a shard its search part, of the statistics all. */
  readonly searched: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Of what ranking reads, so much is held for all indexes together: a match goes through it shard by shard. */
const MOST_HELD = 8_000_000;
const held = new HeldParts(MOST_HELD);

/**
 * Opens what is there of a subscribed index. Only what a search needs is read; the rest is when articles are ranked.
 *
 * @param files by their names in the manifest; shards that are missing are not searched
 * @throws FileFormatError where one of them is damaged, or the statistics are missing
 */
export async function openSubscribed(
  manifest: string,
  files: ReadonlyMap<string, KeptFile>,
): Promise<ArticleIndex | null> {
  const { statistics, shards } = parseManifest(manifest);
  // All are asked for at once: while the first are opened the others come.
  const read = ({ file }: FileEntry): Reading[] => {
    const kept = files.get(file);
    if (kept === undefined) return [];
    const source = sourceOf(file, kept);
    const bytes = source.read(0, kept.searched);
    // One that fails after another has is waited for by nobody.
    bytes.catch(() => {});
    return [{ name: file, source, size: kept.bytes, bytes }];
  };
  const reading = shards.flatMap(read);
  const [background] = read(statistics);
  if (background === undefined || reading.length === 0) return null;
  return inSlices(openSteps(reading, background));
}

/** A file that is being read. */
interface Reading {
  readonly name: string;
  readonly source: AwaitedSource;
  readonly size: number;
  readonly bytes: Promise<Uint8Array>;
}

function* openSteps(shards: readonly Reading[], statistics: Reading): WaitingSteps<ArticleIndex> {
  const open: Shard[] = [];
  for (const { name, source, size, bytes } of shards) {
    open.push(openShardParts({ name, search: yield* result(bytes), source, bytes: size }));
    yield;
  }
  const known = decodeStatistics(statistics.name, yield* result(statistics.bytes), statistics.source);
  yield;
  return yield* openArticleIndexSteps(open, known);
}

/** Waits for what a promise gives. */
function* result<T>(promise: Promise<T>): WaitingSteps<T> {
  const given: T[] = [];
  yield promise.then((value) => {
    given.push(value);
  });
  const [value] = given;
  if (value === undefined) throw new Error('A promise was not waited for.');
  return value;
}

function sourceOf(name: string, kept: KeptFile): AwaitedSource {
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    try {
      return await kept.read(from, to);
    } catch {
      throw new FileFormatError(`${name}: cannot be read.`);
    }
  };
  return { isAtHand: false, held, read };
}

/** What is wrong with a file that is what its manifest says: it may be of another version. Null where nothing is. */
export function faultOf(file: string, bytes: Uint8Array): string | null {
  try {
    if (isShard(file)) checkShard(file, bytes);
    else decodeStatistics(file, bytes);
    return null;
  } catch (error) {
    if (error instanceof FileFormatError) return error.message;
    throw error;
  }
}

/**
 * How many of a file's bytes a search needs.
 * @throws FileFormatError where it is none of an index
 */
export function searchedBytes(file: string, bytes: Uint8Array): number {
  return isShard(file) ? splitShard(file, bytes).search.length : bytes.length;
}

function isShard(file: string): boolean {
  return file.startsWith('shards/');
}
