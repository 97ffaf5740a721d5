/**
 * Waiting articles → the shards of a folder. What is there stays valid until the new manifest takes its name: new files
 * are whole on disk before, and old ones go away after.
 */
import { mkdir, open, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { dayOf } from '../index/date-code';
import { compareInShard, compareOfOneHash, ShardEncoder } from '../index/encode-shard';
import { type FileEntry, formatManifest, INDEX_FORMAT, type Manifest, type ShardEntry } from '../index/manifest';
import { openShard } from '../index/shard';
import { MAX_SHARD_DOCUMENTS } from '../index/shard-format';
import { countStatisticsSteps, encodeStatistics, runSteps, statisticsSteps } from '../index/statistics';
import type { IndexDocument, IndexSource } from '../index/types';
import type { Report } from '../match/types';
import { readHead, readRecord, writeRecord } from './article-record';
import { MANIFEST_NAME, SHARD_FOLDER, sha256, shardSource } from './index-folder';
import { writeAtomically } from './io';
import { createProgress } from './progress';
import { Spill } from './spill';

/** The key of articles without a day. */
const UNDATED = 'undated';
/** The parts of a large day are about so large: chance must not make one too large. */
const PART_SIZE = MAX_SHARD_DOCUMENTS - 512;
/** Digits of its hash in the name of a file. */
const NAME_DIGITS = 16;
const WAITING_FOLDER = '.building';

/** The key under which an article waits. */
function dayKey({ date }: Pick<IndexDocument, 'date'>): string {
  return dayOf(date) ?? UNDATED;
}

export class IndexWriter {
  readonly #waiting: Spill;
  readonly #parts: Spill;
  /** Ids of articles that stand otherwise from now on. */
  readonly #replaced = new Set<string>();
  readonly #settled = new Map<string, readonly Report[] | null>();

  constructor(
    private readonly folder: string,
    private readonly before: Manifest | null,
    /** Told of an article that another of its day has the id of. */
    private readonly onSameId: (id: string) => void,
  ) {
    this.#waiting = new Spill(join(folder, WAITING_FOLDER, 'days'));
    this.#parts = new Spill(join(folder, WAITING_FOLDER, 'parts'));
  }

  /**
   * Says what becomes of an article that was taken in.
   * @param coverage the other outlets that printed it; null where another one stands instead
   */
  settle(id: string, coverage: readonly Report[] | null): void {
    this.#settled.set(id, coverage);
  }

  /** A place for other records that wait. */
  spill(name: string): Spill {
    return new Spill(join(this.folder, WAITING_FOLDER, name));
  }

  /** Clears away what a build that was ended left behind. */
  async start(): Promise<void> {
    await mkdir(join(this.folder, SHARD_FOLDER), { recursive: true });
    await this.clear(this.before);
  }

  /** Takes an article in. */
  async add(source: IndexSource): Promise<void> {
    await this.#waiting.add(dayKey(source.document), writeRecord(source));
  }

  /** Takes an article in that the index has already, and has otherwise: the new one stands. */
  async replace(source: IndexSource): Promise<void> {
    this.#replaced.add(source.document.id);
    await this.add(source);
  }

  /**
   * Writes the shards of all days with new articles, and the manifest.
   * @param onStep called after each day and each step of the statistics
   */
  async finish(onStep: () => void = () => {}): Promise<Manifest> {
    const days = [...this.#waiting.counts.keys()].sort();
    const shards = (this.before?.shards ?? []).filter(({ day }) => !days.includes(day ?? UNDATED));
    const progress = createProgress('days', days.length);
    for (const day of days) {
      shards.push(...(await this.#writeDay(day)));
      progress.step();
      onStep();
    }
    progress.done();
    await syncFolder(join(this.folder, SHARD_FOLDER));
    const sources = shards.map((entry) => shardSource(this.folder, entry));
    const counting = createProgress('statistics', countStatisticsSteps(shards.map(({ articles }) => articles)));
    const statistics = runSteps(statisticsSteps(sources), () => {
      counting.step();
      onStep();
    });
    counting.done();
    const manifest: Manifest = {
      format: INDEX_FORMAT,
      fingerprint: FINGERPRINT_VERSION,
      generation: (this.before?.generation ?? 0) + 1,
      outlets: statistics.outlets,
      statistics: await this.#writeFile('statistics', encodeStatistics(statistics)),
      shards,
    };
    await writeAtomically(join(this.folder, MANIFEST_NAME), [formatManifest(manifest)]);
    await syncFolder(this.folder);
    await this.clear(manifest);
    return manifest;
  }

  /** Clears away what waits, and the folder of the shards where there are none. */
  async abandon(): Promise<void> {
    await rm(join(this.folder, WAITING_FOLDER), { recursive: true, force: true });
    await rmdir(join(this.folder, SHARD_FOLDER)).catch(() => {});
  }

  /** Removes all files of an index that a manifest does not name. */
  async clear(manifest: Manifest | null): Promise<void> {
    await rm(join(this.folder, WAITING_FOLDER), { recursive: true, force: true });
    const named = new Set([manifest?.statistics, ...(manifest?.shards ?? [])].flatMap((entry) => entry?.file ?? []));
    for (const file of await readdir(join(this.folder, SHARD_FOLDER))) {
      if (!named.has(`${SHARD_FOLDER}/${file}`)) await rm(join(this.folder, SHARD_FOLDER, file), { force: true });
    }
    for (const file of await readdir(this.folder)) {
      const ours = /^statistics-[0-9a-f]+\.bin$/.test(file) || /^\.(?:statistics-|manifest).*\.tmp$/.test(file);
      if (ours && !named.has(file)) await rm(join(this.folder, file), { force: true });
    }
  }

  /** The shards of a day: what waits, and what the day had before. */
  async #writeDay(key: string): Promise<ShardEntry[]> {
    const old = (this.before?.shards ?? []).filter(({ day }) => (day ?? UNDATED) === key);
    for (const entry of old) {
      for (const source of shardSource(this.folder, entry).open().sources()) {
        if (!this.#replaced.has(source.document.id)) await this.#waiting.add(key, writeRecord(source));
      }
    }
    const count = this.#waiting.counts.get(key) ?? 0;
    const written =
      count <= MAX_SHARD_DOCUMENTS
        ? await this.#writeShards(key, this.#waiting, key)
        : await this.#writeParts(key, Math.ceil(count / PART_SIZE));
    await this.#waiting.remove(key);
    return written;
  }

  /** A large day in parts, by the hashes of the articles: which part one is in does not depend on how it came. */
  async #writeParts(key: string, parts: number): Promise<ShardEntry[]> {
    for await (const record of this.#waiting.read(key)) {
      await this.#parts.add(String(Math.floor((readHead(record).hash / 2 ** 32) * parts)), record);
    }
    const written: ShardEntry[] = [];
    for (const part of [...this.#parts.counts.keys()].sort()) {
      written.push(...(await this.#writeShards(key, this.#parts, part)));
      await this.#parts.remove(part);
    }
    return written;
  }

  async #writeShards(day: string, spill: Spill, key: string): Promise<ShardEntry[]> {
    const records: { readonly hash: number; readonly lang: string; readonly record: Uint8Array }[] = [];
    for await (const record of spill.read(key)) records.push({ ...readHead(record), record });
    records.sort((a, b) => compareInShard(a, b) || compareOfOneHash(readRecord(a.record), readRecord(b.record)));
    const written: ShardEntry[] = [];
    const ids = new Set<string>();
    for (let first = 0; first < records.length; first += MAX_SHARD_DOCUMENTS) {
      const encoder = new ShardEncoder(day === UNDATED ? null : day);
      for (const { hash, record } of records.slice(first, first + MAX_SHARD_DOCUMENTS)) {
        const source = this.#settledOf(readRecord(record));
        if (source === null) continue;
        if (ids.has(source.document.id)) this.onSameId(source.document.id);
        else encoder.add(source, hash);
        ids.add(source.document.id);
      }
      if (encoder.size > 0) written.push(await this.#writeShard(day, encoder.finish()));
    }
    return written;
  }

  #settledOf(source: IndexSource): IndexSource | null {
    const coverage = this.#settled.get(source.document.id);
    if (coverage === undefined) return source;
    return coverage === null ? null : { ...source, document: { ...source.document, coverage } };
  }

  async #writeShard(day: string, file: Uint8Array): Promise<ShardEntry> {
    const entry = await this.#writeFile(`${SHARD_FOLDER}/${day}`, file);
    const { size, info } = openShard(entry.file, file);
    return { ...entry, day: info.day, articles: size, languages: Object.fromEntries(info.languages) };
  }

  /** Writes a file under a name that tells its content. */
  async #writeFile(name: string, bytes: Uint8Array): Promise<FileEntry> {
    const hash = sha256(bytes);
    const file = `${name}-${hash.slice(0, NAME_DIGITS)}.bin`;
    await writeAtomically(join(this.folder, file), [bytes]);
    return { file, bytes: bytes.length, sha256: hash };
  }
}

/** Makes the names in a folder last, as `fsync` makes a file. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  // Not every system lets a folder be opened.
  await handle?.sync().catch(() => {});
  await handle?.close();
}
