/** The units that articles are compared by. Types only. */

/** What kind of thing a term stands for; decides its weight and how evidence names it. */
export type TermKind = 'name' | 'entity' | 'place' | 'language' | 'concept' | 'number' | 'date';

/** Where in an article a word stands. The lead is the beginning of the text, where the event is told. */
export type Place = 'title' | 'lead' | 'body';

/** One language-independent unit of an article. Two articles share a term when the keys are equal. */
export interface Term {
  /** Language-independent identity, prefixed by its kind: `n:ptn`, `p:RU`, `c:1f4e7`, `#:20`, `d:m6`. */
  readonly key: string;
  readonly kind: TermKind;
  /** Strength within the article, 0 < strength: how often and where (title, lead, body). Rarity is the index's business. */
  readonly strength: number;
  /** The most prominent place where it stands. */
  readonly place: Place;
  /** The words behind the term, most frequent first, as written. */
  readonly forms: readonly Form[];
  /**
   * What other languages call the same, where that is known: 普京 and Putin have no sound in common. Only stories have
   * them, for evidence; they are no part of what is compared.
   */
  readonly translations?: readonly Form[];
}

/** A word or phrase as written, with its language. */
export interface Form {
  readonly lang: string;
  readonly text: string;
}

/** An article's terms. */
export interface Fingerprint {
  /** `FINGERPRINT_VERSION` of the code that made it. */
  readonly version: number;
  readonly lang: string;
  readonly terms: readonly Term[];
}
