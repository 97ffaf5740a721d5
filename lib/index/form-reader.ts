/** Reads the words of single postings out of a shard (`shard-forms.ts` says how they lie). */
import { BitReader } from '../container/bits';
import { FileFormatError } from '../container/container';
import { lowerBound } from '../container/sorted';
import { ByteReader } from '../container/varint';
import type { PostingList } from './posting-cache';
import { widthOf } from './postings-codec';
import { BLOCK, MOST, SHAPE_WORDS, SHAPED, SHAPES } from './shard-forms';
import { decodeWord } from './word-code';

/** Where a posting stands among those of its term. */
export interface PostingPlace {
  /** Number of its language. */
  readonly language: number;
  /** How many other languages of the term come before. */
  readonly part: number;
  /** The term is in one language. */
  readonly isOnly: boolean;
  /** Its number among the term's postings in its language, and how many they are. */
  readonly posting: number;
  readonly postings: number;
}

/**
 * Finds the place of a posting.
 * @param list the postings of its term
 * @param ends where each language's articles end
 */
export function placeIn(
  list: Pick<PostingList, 'documents' | 'from' | 'end'>,
  posting: number,
  ends: readonly number[],
): PostingPlace {
  const { documents, end } = list;
  let { from } = list;
  let language = languageOf(documents[from] ?? 0, ends);
  const isOnly = (documents[end - 1] ?? 0) < (ends[language] ?? 0);
  let to = isOnly ? end : lowerBound(documents, ends[language] ?? 0, from, end);
  let part = 0;
  while (posting >= to) {
    part++;
    from = to;
    language = languageOf(documents[from] ?? 0, ends);
    to = lowerBound(documents, ends[language] ?? 0, from, end);
  }
  return { language, part, isOnly, posting: posting - from, postings: to - from };
}

function languageOf(document: number, ends: readonly number[]): number {
  let language = 0;
  while (language < ends.length - 1 && document >= (ends[language] ?? 0)) language++;
  return language;
}

export class FormReader {
  readonly #section: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #windows: readonly number[];
  #scratch = new Uint8Array(64);

  /**
   * @param terms and languages how many there are
   * @throws FileFormatError
   */
  constructor(section: Uint8Array, terms: number, languages: number) {
    this.#section = section;
    const reader = new ByteReader(section);
    this.#windows = Array.from({ length: languages }, () => reader.unsigned());
    const lengths = Array.from({ length: Math.ceil(terms / BLOCK) }, () => reader.unsigned());
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
  words(term: number, { language, part, isOnly, posting, postings }: PostingPlace): string[] {
    const reader = new ByteReader(this.#section, this.#blocks[Math.floor(term / BLOCK)]);
    for (let left = term % BLOCK; left > 0; left--) reader.skip(reader.unsigned());
    reader.unsigned();
    const window = this.#windows[language] ?? 0;
    for (let left = part; ; left--) {
      const head = reader.unsignedByte();
      const bytes = head < SHAPED ? head : isOnly ? 0 : reader.unsigned();
      if (left > 0) reader.skip(bytes);
      else if (head < SHAPED) return [decodeWord(reader.raw(head), head, window)];
      else return this.#read(reader, window, head - SHAPED, postings, posting);
    }
  }

  #read(reader: ByteReader, window: number, shape: number, postings: number, posting: number): string[] {
    const count = shape === 0 ? bounded(reader) : SHAPE_WORDS;
    const words: string[] = [];
    let length = 0;
    for (let i = 0; i < count; i++) {
      length = this.#readWord(reader, length);
      words.push(decodeWord(this.#scratch, length, window));
    }
    const lists = shape === 0 ? readLists(reader) : SHAPES[shape];
    if (lists === undefined) throw damaged();
    const width = widthOf(lists.length);
    const bits = reader.raw((postings * width + 7) >>> 3);
    const number = width === 0 ? 0 : new BitReader(bits, posting * width).bits(width);
    return (lists[number] ?? []).map((word) => {
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
