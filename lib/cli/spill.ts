/** Records that do not fit into memory, on disk by key, in the order in which they came. */
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteReader, ByteWriter } from '../container/varint';

/** So much is held before it is written. */
const BUFFER = 4 * 1024 * 1024;

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

  /** The records of a key. */
  async *read(key: string): AsyncGenerator<Uint8Array> {
    await this.#write();
    const pile = this.#piles.get(key);
    if (!pile) return;
    const file = new ByteReader(await readFile(pile.file));
    while (file.remaining > 0) {
      const records = new ByteReader(inflateRawSync(file.raw(file.unsigned())));
      while (records.remaining > 0) yield records.raw(records.unsigned());
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
      const block = new ByteWriter();
      block.unsigned(packed.length);
      block.raw(packed);
      await appendFile(pile.file, block.bytes());
      pile.waiting = new ByteWriter();
    }
    this.#waiting = 0;
  }
}
