/**
 * Remembers what has been worked out of words, of all languages together so many at most: those that were met lately. What a
 * build of many languages holds must not grow with their number.
 */
import type { Word } from './word';

/** Words that are taken in before those that nobody has asked for meanwhile are forgotten. */
const GENERATION = 20_000;
/** A longer run is hardly a word that comes again. */
const LONGEST = 40;
/** Parts of a text up to this length are copies already. */
const LONGEST_COPIED = 12;

type Words = Map<string, Word>;

/** What is known of the words of one language. */
export interface KnownWords {
  get(text: string): Word | undefined;
}

export class WordMemo {
  #young = new Map<string, Words>();
  #old = new Map<string, Words>();
  #size = 0;

  constructor(private readonly generation = GENERATION) {}

  of(lang: string): KnownWords {
    return { get: (text) => this.#young.get(lang)?.get(text) ?? this.#renewed(lang, text) };
  }

  add(lang: string, text: string, word: Word): void {
    if (text.length > LONGEST) return;
    if (this.#size >= this.generation) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    let words = this.#young.get(lang);
    if (!words) {
      words = new Map();
      this.#young.set(lang, words);
    }
    words.set(text, word);
    this.#size++;
  }

  #renewed(lang: string, text: string): Word | undefined {
    const word = this.#old.get(lang)?.get(text);
    if (word) this.add(lang, ownCopy(text), word);
    return word;
  }
}

/** A word as a string of its own: engines keep a longer part of a text as a view of it, and with it the whole text. */
export function ownCopy(text: string): string {
  if (text.length <= LONGEST_COPIED || text.length > LONGEST) return text;
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return String.fromCharCode(...units);
}
