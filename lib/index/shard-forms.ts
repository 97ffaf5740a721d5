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
import { BitWriter } from '../container/bits';
import { ByteWriter } from '../container/varint';
import { widthOf } from './postings-codec';
import { encodeWord, windowOf } from './word-code';

export const BLOCK = 16;
/** What is shared with the word before stands in four bits, the number of other bytes in the other four. */
export const MOST = 15;

/** A part that is no single word begins with this plus the number of its shape. */
export const SHAPED = 0x80;
/** The usual lists of words, numbered as they come: a word and its inflection. The first of all shapes is none of these. */
export const SHAPES: readonly (readonly (readonly number[])[])[] = [
  [],
  [[0, 1]],
  [[0], [0, 1]],
  [[0, 1], [0]],
  [[0], [1]],
];
const SHAPE_NAMES = SHAPES.map(nameOf);
export const SHAPE_WORDS = 2;
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
