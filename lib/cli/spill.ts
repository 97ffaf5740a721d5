/** Records that do not fit into memory, on disk by key, in the order in which they came. */
import { appendFile, type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteReader, ByteWriter } from '../container/varint';
import { joinBytes } from '../inputs/text-stream';

/** So much is held before it is written. */
const BUFFER = 4 * 1024 * 1024;

/** What stands before a block: how long it is. */
const LENGTH_BYTES = 4;

interface Pile {
  readonly file: string;
  waiting: ByteWriter;
  count: number;
}

export class Spill {
  readonly #piles = new Map<string, Pile>();
  #waiting = 0;

  /** @param folder for its files; made when it is needed */
  constructor(private readonly folder: string) {}

  /** The keys with the number of their records. */
  get counts(): ReadonlyMap<string, number> {
    return new Map(Array.from(this.#piles, ([key, { count }]) => [key, count]));
  }

  async add(key: string, record: Uint8Array): Promise<void> {
    let pile = this.#piles.get(key);
    if (!pile) {
      pile = { file: join(this.folder, String(this.#piles.size)), waiting: new ByteWriter(), count: 0 };
      this.#piles.set(key, pile);
    }
    pile.waiting.unsigned(record.length);
    pile.waiting.raw(record);
    pile.count++;
    this.#waiting += record.length;
    if (this.#waiting > BUFFER) await this.#write();
  }

  /** The records of a key. One block is held at a time: a key may have as many records as there are. */
  async *read(key: string): AsyncGenerator<Uint8Array> {
    await this.#write();
    const pile = this.#piles.get(key);
    if (!pile) return;
    const file = await open(pile.file, 'r');
    try {
      for (let block = await readBlock(file); block !== null; block = await readBlock(file)) {
        const records = new ByteReader(inflateRawSync(block));
        while (records.remaining > 0) yield records.raw(records.unsigned());
      }
    } finally {
      await file.close();
    }
  }

  /** Takes the records of a key away. */
  async remove(key: string): Promise<void> {
    const pile = this.#piles.get(key);
    if (pile) await rm(pile.file, { force: true });
    this.#piles.delete(key);
  }

  async #write(): Promise<void> {
    if (this.#waiting === 0) return;
    await mkdir(this.folder, { recursive: true });
    for (const pile of this.#piles.values()) {
      if (pile.waiting.length === 0) continue;
      const packed = deflateRawSync(pile.waiting.bytes(), { level: 1 });
      const length = new Uint8Array(LENGTH_BYTES);
      new DataView(length.buffer).setUint32(0, packed.length);
      await appendFile(pile.file, joinBytes([length, packed]));
      pile.waiting = new ByteWriter();
    }
    this.#waiting = 0;
  }
}

/** The block that stands next in a file; null at its end. */
async function readBlock(file: FileHandle): Promise<Uint8Array | null> {
  const length = await readFully(file, LENGTH_BYTES);
  return length === null ? null : readFully(file, new DataView(length.buffer).getUint32(0));
}

/** So many bytes from where a file was last read; null where it has ended. */
async function readFully(file: FileHandle, bytes: number): Promise<Uint8Array | null> {
  const read = new Uint8Array(bytes);
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await file.read(read, at, bytes - at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return read;
}
