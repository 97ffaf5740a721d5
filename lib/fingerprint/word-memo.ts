/**
 * Remembers what has been worked out of words, of all languages together so many at most: those that were met lately. What a
 * build of many languages holds must not grow with their number.
 */
import { ownCopy } from './own-copy';
import type { Word } from './word';

/** A longer run is hardly a word that comes again. */
const LONGEST = 40;

type Words = Map<string, Word>;

/** What is known of the words of one language. */
export interface KnownWords {
  get(text: string): Word | undefined;
}

export class WordMemo {
  #young = new Map<string, Words>();
  #old = new Map<string, Words>();
  #size = 0;

  /** @param most words that are kept */
  constructor(private readonly most: number) {}

  of(lang: string): KnownWords {
    return { get: (text) => this.#young.get(lang)?.get(text) ?? this.#renewed(lang, text) };
  }

  add(lang: string, text: string, word: Word): void {
    if (text.length > LONGEST) return;
    // Half of them are what came since the other half was put behind it: what nobody asks for meanwhile goes.
    if (this.#size >= this.most / 2) {
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
