/**
 * Remembers what has been worked out of words, of all languages together so many at most: those that were met lately. What a
 * build of many languages holds must not grow with their number.
 */
import type { Word } from './word';

/** A longer run is hardly a word that comes again. */
const LONGEST = 40;

/** A word, and the turn in which it was last asked for. */
interface Kept {
  readonly word: Word;
  turn: number;
}

/** What is known of the words of one language. */
export interface KnownWords {
  get(text: string): Word | undefined;
}

export class WordMemo {
  readonly #words = new Map<string, Map<string, Kept>>();
  /** A turn ends when half as many words as are kept have come in it, new ones or such as are asked for again. */
  #turn = 0;
  #inTurn = 0;

  /** @param most words that are kept */
  constructor(private readonly most: number) {}

  of(lang: string): KnownWords {
    const words = this.#of(lang);
    return {
      get: (text) => {
        const kept = words.get(text);
        if (kept === undefined) return undefined;
        if (kept.turn !== this.#turn) this.#keep(kept);
        return kept.word;
      },
    };
  }

  add(lang: string, text: string, word: Word): void {
    if (text.length > LONGEST) return;
    const kept = { word, turn: -1 };
    this.#of(lang).set(text, kept);
    this.#keep(kept);
  }

  #of(lang: string): Map<string, Kept> {
    let words = this.#words.get(lang);
    if (!words) {
      words = new Map();
      this.#words.set(lang, words);
    }
    return words;
  }

  #keep(kept: Kept): void {
    if (this.#inTurn >= this.most / 2) this.#forget();
    kept.turn = this.#turn;
    this.#inTurn++;
  }

  /** Lets go of what nobody has asked for in the turn that ends. */
  #forget(): void {
    for (const words of this.#words.values()) {
      for (const [text, { turn }] of words) if (turn < this.#turn) words.delete(text);
    }
    this.#turn++;
    this.#inTurn = 0;
  }
}
