/**
 * Blocks that are packed each on its own, so that one can be read without the others: their number, for each its length
 * packed and unpacked, then the blocks.
 */
import { deflateSync, inflateSync } from 'fflate';
import { FileFormatError } from '../container/container';
import { ByteReader, ByteWriter } from '../container/varint';

/** No block is larger: a damaged length must not ask for all memory. */
const MOST_UNPACKED = 16 * 1024 * 1024;

export class BlockWriter {
  readonly #heads = new ByteWriter();
  readonly #bodies = new ByteWriter();
  #count = 0;

  add(block: Uint8Array): void {
    const packed = deflateSync(block, { level: 9 });
    this.#heads.unsigned(packed.length);
    this.#heads.unsigned(block.length);
    this.#bodies.raw(packed);
    this.#count++;
  }

  bytes(): Uint8Array {
    const section = new ByteWriter();
    section.unsigned(this.#count);
    section.raw(this.#heads.bytes());
    section.raw(this.#bodies.bytes());
    return section.bytes();
  }
}

/** A single block as a section. */
export function packBlock(block: Uint8Array): Uint8Array {
  const writer = new BlockWriter();
  writer.add(block);
  return writer.bytes();
}

export class BlockReader {
  readonly #section: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #sizes: Uint32Array;

  /** @throws FileFormatError */
  constructor(section: Uint8Array) {
    const reader = new ByteReader(section);
    const count = reader.unsigned();
    if (count > section.length) throw damaged();
    this.#section = section;
    this.#starts = new Uint32Array(count + 1);
    this.#sizes = new Uint32Array(count);
    let end = 0;
    for (let i = 0; i < count; i++) {
      end += reader.unsigned();
      this.#starts[i + 1] = end;
      const size = reader.unsigned();
      if (size > MOST_UNPACKED) throw damaged();
      this.#sizes[i] = size;
    }
    const first = section.length - reader.remaining;
    if (end !== reader.remaining) throw damaged();
    for (let i = 0; i <= count; i++) this.#starts[i] = (this.#starts[i] ?? 0) + first;
  }

  get count(): number {
    return this.#sizes.length;
  }

  /** @throws FileFormatError */
  read(block: number): Uint8Array {
    const size = this.#sizes[block];
    if (size === undefined) throw damaged();
    const packed = this.#section.subarray(this.#starts[block], this.#starts[block + 1]);
    const out = new Uint8Array(size);
    try {
      if (inflateSync(packed, { out }).length !== size) throw damaged();
    } catch {
      throw damaged();
    }
    return out;
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: a packed block.');
}
