/** The folder of an index: a manifest, and the files that it names. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileFormatError } from '../container/container';
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

/** The statistics of an index. */
export function readStatistics(folder: string, manifest: Manifest): Statistics {
  const { statistics } = manifest;
  return decodeStatistics(join(folder, statistics.file), readChecked(folder, statistics));
}

/**
 * Opens a shard. Its file is read and checked whole; what a search needs of it stays in memory, the rest is read again
 * when it is first asked for. The file is held open until then: a build may have taken it away meanwhile.
 */
export function openShardFile(folder: string, entry: ShardEntry): Shard {
  const { search, evidence } = splitShard(entry.file, readChecked(folder, entry));
  const [from, length] = [search.length, evidence.length];
  const file = openSync(join(folder, entry.file), 'r');
  const readEvidence = (): Uint8Array => {
    const bytes = new Uint8Array(length);
    readSync(file, bytes, 0, length, from);
    closeSync(file);
    return bytes;
  };
  return openShardParts({ name: entry.file, search, evidence: readEvidence, bytes: entry.bytes, isSound: true });
}

/** A shard of a folder that is opened when it is asked for, and held by nobody else. */
export function shardSource(folder: string, entry: ShardEntry): DayShard {
  return {
    name: entry.file,
    day: entry.day,
    open: () => {
      const { search, evidence } = splitShard(entry.file, readChecked(folder, entry));
      return openShardParts({
        name: entry.file,
        search,
        evidence: () => evidence,
        bytes: entry.bytes,
        isSound: true,
      });
    },
  };
}
