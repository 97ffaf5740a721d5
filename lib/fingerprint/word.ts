/** Words as they are read. Types only. */
import type { LanguageLexicon } from '../lexicon/types';

/** What is known of a word before its neighbours are looked at. */
export interface Word {
  /** In lookup form. */
  readonly form: string;
  /** Of the form, as phrases are found by it (`PhraseWord`). */
  readonly hash: number;
  /** Canonical decimal, where the word is a number in digits. */
  readonly number: string | null;
  /** Begins with a digit of any script. */
  readonly digits: boolean;
  readonly stop: boolean;
  /** Meanings in the lexicon. */
  readonly keys: readonly string[];
  /** Keys of the names that it may be. */
  readonly names: readonly string[];
  /** How likely a name is written like this. */
  readonly nameWeight: number;
}

/** A word where it stands. */
export interface PlacedWord {
  readonly word: Word;
  /** As in `word`: what phrases are found by. */
  readonly form: string;
  readonly hash: number;
  /** As written, after `normaliseText`. */
  readonly text: string;
  /** Offset of the first character and of the one after the last, in UTF-16 code units. */
  readonly at: number;
  readonly end: number;
  /** Written without spaces between words. */
  readonly joined: boolean;
}

/** A text as it is being read. */
export interface Passage {
  readonly text: string;
  readonly lang: string;
  readonly words: readonly PlacedWord[];
  readonly lexicon: LanguageLexicon;
}

/** Something that several words in a row say together. */
export interface Found {
  readonly key: string;
  /** How many words from here on. */
  readonly length: number;
}
