/**
 * The words behind the terms of a shard. For each term its different words, each as what differs from the one before, then
 * the different lists of words that articles have for it, where those are more than one: the lists as numbers of the
 * words, and after them for every posting the number of its list, all of one width. A hundred and twenty-eight terms are
 * a packed block.
 */
import { BitReader, BitWriter } from '../container/bits';
import { FileFormatError } from '../container/container';
import { ByteReader, ByteWriter, decodeUtf8, encodeUtf8 } from '../container/varint';
import { BlockReader, BlockWriter } from './packed-blocks';
import { widthOf } from './postings-codec';

const BLOCK = 128;

/** The words of one term, as they come. */
export class TermForms {
  readonly #words = new Map<string, number>();
  readonly #lists = new Map<string, number>();
  readonly #postings: number[] = [];

  /** The words of the next posting. */
  add(words: readonly string[]): void {
    const numbers = words.map((word) => numberIn(this.#words, word));
    this.#postings.push(numberIn(this.#lists, numbers.join(' ')));
  }

  write(writer: ByteWriter): void {
    const single = [...this.#lists.keys()].every((list, i) => list === String(i));
    writer.unsigned(this.#words.size * 2 + (single ? 0 : 1));
    let last = new Uint8Array(0);
    for (const word of this.#words.keys()) {
      const bytes = encodeUtf8(word);
      let shared = 0;
      while (shared < 15 && shared < last.length && bytes[shared] === last[shared]) shared++;
      const rest = bytes.subarray(shared);
      writer.byte((shared << 4) | Math.min(15, rest.length));
      if (rest.length >= 15) writer.unsigned(rest.length - 15);
      writer.raw(rest);
      last = new Uint8Array(bytes);
    }
    if (!single) {
      writer.unsigned(this.#lists.size);
      for (const list of this.#lists.keys()) {
        const numbers = list === '' ? [] : list.split(' ').map(Number);
        writer.unsigned(numbers.length);
        for (const number of numbers) writer.unsigned(number);
      }
    }
    const width = widthOf(this.#lists.size);
    const bits = new BitWriter();
    if (width > 0) for (const list of this.#postings) bits.bits(list, width);
    writer.raw(bits.bytes());
  }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Writes the words of all terms. */
export function writeForms(terms: readonly TermForms[]): Uint8Array {
  const blocks = new BlockWriter();
  for (let first = 0; first < terms.length; first += BLOCK) {
    const block = new ByteWriter();
    for (const term of terms.slice(first, first + BLOCK)) term.write(block);
    blocks.add(block.bytes());
  }
  return blocks.bytes();
}

/** Unpacked blocks are kept up to this many bytes over all shards, then forgotten all at once. */
const MOST_KEPT = 24 * 1024 * 1024;
const kept = { bytes: 0, readers: new Set<FormReader>() };

interface OpenBlock {
  readonly bytes: Uint8Array;
  /** Where each of its terms begins. */
  readonly starts: Uint32Array;
}

export class FormReader {
  readonly #blocks: BlockReader;
  readonly #starts: Uint32Array;
  readonly #open = new Map<number, OpenBlock>();

  /**
   * @param starts of the terms' postings
   * @throws FileFormatError
   */
  constructor(section: Uint8Array, starts: Uint32Array) {
    this.#blocks = new BlockReader(section);
    this.#starts = starts;
    if (this.#blocks.count !== Math.ceil((starts.length - 1) / BLOCK)) throw damaged();
  }

  /**
   * The words behind a posting.
   * @param posting counted from the term's first
   * @throws FileFormatError
   */
  words(term: number, posting: number): string[] {
    const block = this.#blockOf(term);
    const reader = new ByteReader(block.bytes, block.starts[term % BLOCK] ?? 0);
    const { words, lists } = readHead(reader);
    const count = this.#count(term);
    const width = widthOf(lists?.length ?? words.length);
    const bits = reader.raw(bytesFor(count, width));
    const number = width === 0 ? 0 : new BitReader(bits, posting * width).bits(width);
    const list = lists === null ? [number] : lists[number];
    return (list ?? []).map((word) => {
      const text = words[word];
      if (text === undefined) throw damaged();
      return text;
    });
  }

  /** Forgets what was unpacked. */
  forget(): void {
    this.#open.clear();
  }

  #count(term: number): number {
    return (this.#starts[term + 1] ?? 0) - (this.#starts[term] ?? 0);
  }

  #blockOf(term: number): OpenBlock {
    const number = Math.floor(term / BLOCK);
    const known = this.#open.get(number);
    if (known) return known;
    const bytes = this.#blocks.read(number);
    const first = number * BLOCK;
    const terms = Math.min(BLOCK, this.#starts.length - 1 - first);
    const starts = new Uint32Array(terms);
    const reader = new ByteReader(bytes);
    for (let i = 0; i < terms; i++) {
      starts[i] = bytes.length - reader.remaining;
      skipTerm(reader, this.#count(first + i));
    }
    if (reader.remaining > 0) throw damaged();
    const open = { bytes, starts };
    keep(this, bytes.length);
    this.#open.set(number, open);
    return open;
  }
}

function keep(reader: FormReader, bytes: number): void {
  if (kept.bytes + bytes > MOST_KEPT) {
    for (const one of kept.readers) one.forget();
    kept.readers.clear();
    kept.bytes = 0;
  }
  kept.readers.add(reader);
  kept.bytes += bytes;
}

function readHead(reader: ByteReader): { words: string[]; lists: number[][] | null } {
  const head = reader.unsigned();
  const count = Math.floor(head / 2);
  if (count > reader.remaining) throw damaged();
  const words: string[] = [];
  let last = new Uint8Array(0);
  for (let i = 0; i < count; i++) {
    const byte = reader.unsignedByte();
    const shared = byte >>> 4;
    const rest = (byte & 15) < 15 ? byte & 15 : 15 + reader.unsigned();
    if (shared > last.length) throw damaged();
    const bytes = reader.raw(rest);
    const word = new Uint8Array(shared + bytes.length);
    word.set(last.subarray(0, shared));
    word.set(bytes, shared);
    words.push(decodeUtf8(word));
    last = word;
  }
  return { words, lists: head % 2 === 0 ? null : readLists(reader) };
}

function readLists(reader: ByteReader): number[][] {
  return Array.from({ length: bounded(reader) }, () =>
    Array.from({ length: bounded(reader) }, () => reader.unsigned()),
  );
}

function skipTerm(reader: ByteReader, postings: number): void {
  const head = reader.unsigned();
  const words = Math.floor(head / 2);
  for (let i = 0; i < words; i++) {
    const rest = reader.unsignedByte() & 15;
    reader.skip(rest < 15 ? rest : 15 + reader.unsigned());
  }
  const lists = head % 2 === 0 ? words : readLists(reader).length;
  reader.skip(bytesFor(postings, widthOf(lists)));
}

function bytesFor(postings: number, width: number): number {
  return (postings * width + 7) >>> 3;
}

function bounded(reader: ByteReader): number {
  const count = reader.unsigned();
  if (count > reader.remaining) throw damaged();
  return count;
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its words.');
}
