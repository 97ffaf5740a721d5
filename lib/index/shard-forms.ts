/**
 * The words behind the postings of a shard, so laid out that those of one posting are read without others: a ranking asks
 * for a thousand here and there.
 *
 * First the window of each language (`word-code.ts`), the lengths of blocks of sixteen terms, then the terms. A term is its
 * length and a part for each language that has it. Mostly all articles of a language write a term in one way: then the part
 * is the length of the word, below 128, and the word. Else it is 128 and the number of its shape; the length of what
 * follows, where there are several parts; the different words, each as what differs from the one before; the different
 * lists of words that articles have, where the shape does not say them; for every posting the number of its list, all of
 * one width.
 */
import { BitReader, BitWriter } from '../container/bits';
import { FileFormatError } from '../container/container';
import { lowerBound } from '../container/sorted';
import { ByteReader, ByteWriter } from '../container/varint';
import type { PostingList } from './posting-lists';
import { widthOf } from './postings-codec';
import { decodeWord, encodeWord, windowOf } from './word-code';

const BLOCK = 16;
/** What is shared with the word before stands in four bits, the number of other bytes in the other four. */
const MOST = 15;

/** A part that is no single word begins with this plus the number of its shape. */
const SHAPED = 0x80;
/** The usual lists of words, numbered as they come: a word and its inflection. The first of all shapes is none of these. */
const SHAPES: readonly (readonly (readonly number[])[])[] = [[], [[0, 1]], [[0], [0, 1]], [[0, 1], [0]], [[0], [1]]];
const SHAPE_NAMES = SHAPES.map(nameOf);
const SHAPE_WORDS = 2;
const FEW = 16;

/** The words of one term in one language, as they come. */
class LanguageForms {
  /** The word of all postings so far, as long as each has it alone: so it mostly stays, and takes little. */
  #only: string | null = null;
  #count = 0;
  #lists: WordLists | null = null;

  /** The words of the next posting. */
  add(words: readonly string[]): void {
    const [first] = words;
    if (this.#lists === null && words.length === 1 && first !== undefined && (this.#only ?? first) === first) {
      this.#only = first;
      this.#count++;
      return;
    }
    this.#lists ??= this.#asLists();
    this.#lists.add(words);
  }

  get words(): readonly string[] {
    return this.#lists?.words ?? (this.#only === null ? [] : [this.#only]);
  }

  /** @param isOnly no other part of the term follows */
  write(writer: ByteWriter, window: number, isOnly: boolean): void {
    if (this.#lists === null && this.#only !== null) {
      const word = encodeWord(this.#only, window);
      if (word.length < SHAPED) {
        writer.byte(word.length);
        writer.raw(word);
        return;
      }
    }
    (this.#lists ?? this.#asLists()).write(writer, window, isOnly);
  }

  #asLists(): WordLists {
    const lists = new WordLists();
    for (let i = 0; i < this.#count; i++) lists.add(this.#only === null ? [] : [this.#only]);
    return lists;
  }
}

/** Numbers different strings as they come. There are many of these, and most have a few strings: no map is made for so few. */
class Numbering {
  readonly all: string[] = [];
  #numbers: Map<string, number> | null = null;

  numberOf(text: string): number {
    const known = this.#numbers ? this.#numbers.get(text) : this.all.indexOf(text);
    if (known !== undefined && known >= 0) return known;
    const number = this.all.push(text) - 1;
    if (this.#numbers) this.#numbers.set(text, number);
    else if (this.all.length > FEW) this.#numbers = new Map(this.all.map((one, i) => [one, i]));
    return number;
  }
}

/** Different words, and the lists of them that articles have. */
class WordLists {
  readonly #words = new Numbering();
  readonly #lists = new Numbering();
  readonly #postings: number[] = [];

  add(words: readonly string[]): void {
    const [first] = words;
    const list =
      words.length === 1 && first !== undefined
        ? String(this.#words.numberOf(first))
        : words.map((word) => this.#words.numberOf(word)).join(' ');
    this.#postings.push(this.#lists.numberOf(list));
  }

  get words(): readonly string[] {
    return this.#words.all;
  }

  write(writer: ByteWriter, window: number, isOnly: boolean): void {
    const shape = Math.max(0, SHAPE_NAMES.indexOf(this.#lists.all.join(';')));
    const words = this.words.map((word) => encodeWord(word, window));
    writer.byte(SHAPED + shape);
    if (isOnly) {
      this.#writeRest(writer, words, shape);
      return;
    }
    // Its length stands before it.
    const rest = new ByteWriter();
    this.#writeRest(rest, words, shape);
    writer.unsigned(rest.length);
    writer.raw(rest.view);
  }

  #writeRest(writer: ByteWriter, words: readonly Uint8Array[], shape: number): void {
    if (shape === 0) writer.unsigned(words.length);
    let last: Uint8Array = new Uint8Array(0);
    for (const bytes of words) {
      let shared = 0;
      while (shared < MOST && shared < last.length && bytes[shared] === last[shared]) shared++;
      const rest = bytes.subarray(shared);
      writer.byte((shared << 4) | Math.min(MOST, rest.length));
      if (rest.length >= MOST) writer.unsigned(rest.length - MOST);
      writer.raw(rest);
      last = bytes;
    }
    if (shape === 0) {
      writer.unsigned(this.#lists.all.length);
      for (const list of this.#lists.all) {
        const numbers = list === '' ? [] : list.split(' ').map(Number);
        writer.unsigned(numbers.length);
        for (const number of numbers) writer.unsigned(number);
      }
    }
    const width = widthOf(this.#lists.all.length);
    if (width > 0) {
      const bits = new BitWriter();
      for (const list of this.#postings) bits.bits(list, width);
      writer.raw(bits.bytes());
    }
  }
}

function nameOf(lists: readonly (readonly number[])[]): string {
  return lists.map((list) => list.join(' ')).join(';');
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

  write(writer: ByteWriter, windows: readonly number[]): void {
    for (const [language, forms] of this.#languages) {
      forms.write(writer, windows[language] ?? 0, this.#languages.length === 1);
    }
  }
}

/**
 * Writes the words of all terms.
 * @param languages how many languages there are
 */
export function writeForms(terms: readonly TermForms[], languages: number): Uint8Array {
  const words = Array.from({ length: languages }, (): string[] => []);
  for (const term of terms) {
    for (const [language, forms] of term.languages) words[language]?.push(...forms.words);
  }
  const windows = words.map(windowOf);
  const lengths = new ByteWriter();
  const body = new ByteWriter();
  const one = new ByteWriter();
  let before = 0;
  terms.forEach((term, i) => {
    one.clear();
    term.write(one, windows);
    body.unsigned(one.length);
    body.raw(one.view);
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
