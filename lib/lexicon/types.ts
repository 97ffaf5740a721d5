/** What the lexicon knows of a word. Types only. */

/** A word of a running text. */
export interface PhraseWord {
  readonly form: string;
  /** `hashString` of the form, as an integer of either sign: those engines hold without a box. */
  readonly hash: number;
  /** Written without a space before and after it, as in Chinese. */
  readonly joined: boolean;
}

/** Looks words up in one language. */
export interface LanguageLexicon {
  /** Meaning keys (`p:RU`, `c:missile`, `d:m6`) of a word or phrase in lookup form; empty where it is not known. */
  find(form: string): readonly string[];
  /** The longest phrase of two and more words that begins at `start`, or null. Words are in lookup form. */
  findPhrase(
    words: readonly PhraseWord[],
    start: number,
  ): { readonly length: number; readonly keys: readonly string[] } | null;
  /** The same, for a word that may carry an ending or a clitic: the longest known stem of it. */
  findInflected(form: string): readonly string[];
  isStopWord(form: string): boolean;
  /**
   * How many neighbouring pieces of a text, from one on and before another, are together the longest word that is known, stop
   * words included; 0 where none is.
   */
  longestWord(pieces: readonly { readonly text: string }[], from: number, to: number): number;
}

/** All languages' tables. */
export interface Lexicon {
  readonly languages: readonly string[];
  /** An unknown language gets an empty table. */
  language(lang: string): LanguageLexicon;
  /** What a language usually calls the actor, place or concept of a key; null where the lexicon does not say. */
  nameOf(key: string, lang: string): string | null;
}

/** A line of the lexicon before it is compiled. */
export interface LexiconEntry {
  readonly lang: string;
  /** Word or phrase as written in running text. */
  readonly form: string;
  readonly key: string;
  /** Any ending may follow the form. */
  readonly prefix?: boolean;
}

/** The key under which stop words are stored. */
export const STOP_KEY = 'stop';
