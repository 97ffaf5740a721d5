/** The folder of an index: a manifest, and the files that it names. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileFormatError } from '../container/container';
import { type FileSource, inMemory } from '../index/late';
import { type FileEntry, type Manifest, parseManifest, type ShardEntry } from '../index/manifest';
import { openShardParts, type Shard } from '../index/shard';
import { named, splitShard } from '../index/shard-format';
import { decodeStatistics, type Statistics } from '../index/statistics';
import type { DayShard } from '../match/cluster-articles';
import { fileError } from './io';

export const MANIFEST_NAME = 'manifest.json';
export const SHARD_FOLDER = 'shards';

/** The manifest of a folder; null where there is none. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const path = join(folder, MANIFEST_NAME);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw fileError(path, error);
  });
  return text === null ? null : named(path, () => parseManifest(text));
}

/** The hash that a file is named by and checked with. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The bytes of a file of an index, checked.
 * @throws FileFormatError naming it where it is not what the manifest says; CommandError where it cannot be read
 */
export function readChecked(folder: string, { file, bytes, sha256: expected }: FileEntry): Uint8Array {
  const path = join(folder, file);
  let content: Uint8Array;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw fileError(path, error);
  }
  if (content.length !== bytes)
    throw new FileFormatError(`${path}: is cut short: ${content.length} of ${bytes} bytes.`);
  if (sha256(content) !== expected) throw new FileFormatError(`${path}: is damaged: its checksum does not fit.`);
  return content;
}

/** The statistics of an index. The file is read again when measures are first asked for. */
export function readStatistics(folder: string, manifest: Manifest): Statistics {
  const { file, bytes } = manifest.statistics;
  const path = join(folder, file);
  const readAgain = readOnce(path);
  let again: Uint8Array | null = null;
  const read = (from: number, to: number): Uint8Array => {
    again ??= readAgain(0, bytes);
    return again.subarray(from, to);
  };
  return decodeStatistics(path, readChecked(folder, manifest.statistics), { isAtHand: true, read });
}

/** Reads a part of a file, once. The file is held open until then: a build may have taken it away meanwhile. */
function readOnce(path: string): (from: number, to: number) => Uint8Array {
  const file = openSync(path, 'r');
  return (from, to) => {
    const bytes = new Uint8Array(to - from);
    readSync(file, bytes, 0, bytes.length, from);
    closeSync(file);
    return bytes;
  };
}

/**
 * Opens a shard. Its file is read and checked whole; what a search needs of it stays in memory, the rest is read again
 * when it is first asked for.
 */
export function openShardFile(folder: string, entry: ShardEntry): Shard {
  const { search } = splitShard(entry.file, readChecked(folder, entry));
  const source: FileSource = { isAtHand: true, read: readOnce(join(folder, entry.file)) };
  return openShardParts({ name: entry.file, search, source, bytes: entry.bytes, isSound: true });
}

/** A shard of a folder that is opened when it is asked for, and held by nobody else. */
export function shardSource(folder: string, entry: ShardEntry): DayShard {
  return {
    name: entry.file,
    day: entry.day,
    open: () => {
      const file = readChecked(folder, entry);
      const { search } = splitShard(entry.file, file);
      return openShardParts({
        name: entry.file,
        search,
        source: inMemory(file),
        bytes: entry.bytes,
        isSound: true,
      });
    },
  };
}
