/**
 * The words behind the postings of a shard, so laid out that those of one posting are read without others: a ranking asks
 * for a thousand here and there.
 *
 * First the window of each language (`word-code.ts`), the lengths of blocks of sixteen terms, then the terms. A term is its
 * length and for each language that has it: the length, where there are several; the different words, each as what
 * differs from the one before; the different lists of words that articles have, where those are more than a word each; for
 * every posting the number of its list, all of one width.
 */
import { BitReader, BitWriter } from '../container/bits';
import { FileFormatError } from '../container/container';
import { lowerBound } from '../container/sorted';
import { ByteReader, ByteWriter } from '../container/varint';
import { type ShardPostings, widthOf } from './postings-codec';
import { decodeWord, encodeWord, windowOf } from './word-code';

const BLOCK = 16;
/** What is shared with the word before stands in four bits, the number of other bytes in the other four. */
const MOST = 15;

/** The words of one term in one language, as they come. */
class LanguageForms {
  readonly words = new Map<string, number>();
  readonly #lists = new Map<string, number>();
  readonly #postings: number[] = [];

  /** The words of the next posting. */
  add(words: readonly string[]): void {
    const numbers = words.map((word) => numberIn(this.words, word));
    this.#postings.push(numberIn(this.#lists, numbers.join(' ')));
  }

  bytes(window: number): Uint8Array {
    const writer = new ByteWriter();
    const isSingle =
      this.words.size === this.#lists.size && [...this.#lists.keys()].every((list, i) => list === `${i}`);
    writer.unsigned(this.words.size * 2 + (isSingle ? 0 : 1));
    let last: Uint8Array = new Uint8Array(0);
    for (const word of this.words.keys()) {
      const bytes = encodeWord(word, window);
      let shared = 0;
      while (shared < MOST && shared < last.length && bytes[shared] === last[shared]) shared++;
      const rest = bytes.subarray(shared);
      writer.byte((shared << 4) | Math.min(MOST, rest.length));
      if (rest.length >= MOST) writer.unsigned(rest.length - MOST);
      writer.raw(rest);
      last = bytes;
    }
    if (!isSingle) {
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
    return writer.bytes();
  }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** The words of one term, as they come: language after language. */
export class TermForms {
  readonly #languages: [number, LanguageForms][] = [];

  /**
   * The words of the next posting.
   * @param language number of the article's language
   */
  add(language: number, words: readonly string[]): void {
    let last = this.#languages.at(-1);
    if (last?.[0] !== language) {
      last = [language, new LanguageForms()];
      this.#languages.push(last);
    }
    last[1].add(words);
  }

  get languages(): readonly (readonly [number, LanguageForms])[] {
    return this.#languages;
  }

  bytes(windows: readonly number[]): Uint8Array {
    const writer = new ByteWriter();
    for (const [language, forms] of this.#languages) {
      const bytes = forms.bytes(windows[language] ?? 0);
      if (this.#languages.length > 1) writer.unsigned(bytes.length);
      writer.raw(bytes);
    }
    return writer.bytes();
  }
}

/**
 * Writes the words of all terms.
 * @param languages how many languages there are
 */
export function writeForms(terms: readonly TermForms[], languages: number): Uint8Array {
  const words = Array.from({ length: languages }, (): string[] => []);
  for (const term of terms) {
    for (const [language, forms] of term.languages) words[language]?.push(...forms.words.keys());
  }
  const windows = words.map(windowOf);
  const lengths = new ByteWriter();
  const body = new ByteWriter();
  let before = 0;
  terms.forEach((term, i) => {
    const bytes = term.bytes(windows);
    body.unsigned(bytes.length);
    body.raw(bytes);
    if (i % BLOCK < BLOCK - 1 && i + 1 < terms.length) return;
    lengths.unsigned(body.length - before);
    before = body.length;
  });
  const section = new ByteWriter();
  for (const window of windows) section.unsigned(window);
  section.raw(lengths.bytes());
  section.raw(body.bytes());
  return section.bytes();
}

export class FormReader {
  readonly #section: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #windows: readonly number[];
  readonly #postings: ShardPostings;
  /** Where each language's articles end. */
  readonly #ends: readonly number[];
  #scratch = new Uint8Array(64);

  /**
   * @param ends where each language's articles end
   * @throws FileFormatError
   */
  constructor(section: Uint8Array, postings: ShardPostings, ends: readonly number[]) {
    this.#section = section;
    this.#postings = postings;
    this.#ends = ends;
    const reader = new ByteReader(section);
    this.#windows = ends.map(() => reader.unsigned());
    const lengths = Array.from({ length: Math.ceil((postings.starts.length - 1) / BLOCK) }, () => reader.unsigned());
    this.#blocks = new Uint32Array(lengths.length);
    let at = section.length - reader.remaining;
    lengths.forEach((length, block) => {
      this.#blocks[block] = at;
      at += length;
    });
    if (at !== section.length) throw damaged();
  }

  /**
   * The words behind a posting.
   * @throws FileFormatError
   */
  words(term: number, posting: number): string[] {
    const { starts, documents } = this.#postings;
    const reader = new ByteReader(this.#section, this.#blocks[Math.floor(term / BLOCK)]);
    for (let left = term % BLOCK; left > 0; left--) reader.skip(reader.unsigned());
    const length = reader.unsigned();
    const end = starts[term + 1] ?? 0;
    const document = documents[posting] ?? 0;
    const several = this.#languageOf(documents[starts[term] ?? 0] ?? 0) !== this.#languageOf(documents[end - 1] ?? 0);
    let from = starts[term] ?? 0;
    for (let read = reader.remaining; read - reader.remaining < length; ) {
      const language = this.#languageOf(documents[from] ?? 0);
      const to = lowerBound(documents, this.#ends[language] ?? 0, from, end);
      const bytes = several ? reader.unsigned() : 0;
      if (document < (this.#ends[language] ?? 0)) {
        return this.#read(reader, this.#windows[language] ?? 0, to - from, posting - from);
      }
      reader.skip(bytes);
      from = to;
    }
    throw damaged();
  }

  #languageOf(document: number): number {
    let language = 0;
    while (language < this.#ends.length - 1 && document >= (this.#ends[language] ?? 0)) language++;
    return language;
  }

  #read(reader: ByteReader, window: number, postings: number, posting: number): string[] {
    const head = reader.unsigned();
    const count = Math.floor(head / 2);
    if (count > reader.remaining) throw damaged();
    const words: string[] = [];
    let length = 0;
    for (let i = 0; i < count; i++) {
      length = this.#readWord(reader, length);
      words.push(decodeWord(this.#scratch, length, window));
    }
    const lists = head % 2 === 0 ? null : readLists(reader);
    const width = widthOf(lists?.length ?? count);
    const bits = reader.raw((postings * width + 7) >>> 3);
    const number = width === 0 ? 0 : new BitReader(bits, posting * width).bits(width);
    return (lists === null ? [number] : (lists[number] ?? [])).map((word) => {
      const text = words[word];
      if (text === undefined) throw damaged();
      return text;
    });
  }

  /** Puts a word's bytes into the scratch, which has the word before, and gives their number. */
  #readWord(reader: ByteReader, last: number): number {
    const byte = reader.unsignedByte();
    const shared = byte >>> 4;
    const rest = (byte & MOST) < MOST ? byte & MOST : MOST + reader.unsigned();
    if (shared > last) throw damaged();
    const bytes = reader.raw(rest);
    if (shared + rest > this.#scratch.length) {
      const grown = new Uint8Array((shared + rest) * 2);
      grown.set(this.#scratch);
      this.#scratch = grown;
    }
    this.#scratch.set(bytes, shared);
    return shared + rest;
  }
}

function readLists(reader: ByteReader): number[][] {
  return Array.from({ length: bounded(reader) }, () =>
    Array.from({ length: bounded(reader) }, () => reader.unsigned()),
  );
}

function bounded(reader: ByteReader): number {
  const count = reader.unsigned();
  if (count > reader.remaining) throw damaged();
  return count;
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its words.');
}
