/** What an index holds. Types only. */
import type { Form, Term, TermKind } from '../fingerprint/types';
import type { IndexFacts, Report } from '../match/types';

/** One thing that can be found: a story with its coverage, or an article. */
export interface IndexDocument {
  readonly id: string;
  readonly kind: 'story' | 'article';
  /** BCP 47; `mul` for a story, which has titles in many languages. */
  readonly lang: string;
  /** ISO date or date and time of the event or publication; null where unknown. */
  readonly date: string | null;
  /** Titles by language; an article has one. */
  readonly titles: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly site: string | null;
  /** Reports of a story; empty for an article. */
  readonly coverage: readonly Report[];
  /** Ids of the earlier stories that a story follows. */
  readonly follows: readonly string[];
}

/** A document with what it is found by. */
export interface IndexSource {
  readonly document: IndexDocument;
  readonly terms: readonly Term[];
  /** What a copy of an article's text is known by; null or missing where it has too little text. */
  readonly textKey?: TextKey | null;
}

/** The two halves of a hash of 64 bits; both are never 0. */
export interface TextKey {
  readonly high: number;
  readonly low: number;
}

/** An open index of stories. Documents, terms, postings and forms are numbered from 0. */
export interface StoryIndex {
  readonly facts: IndexFacts;
  readonly size: number;
  /** The term with this key, or -1. */
  lookup(key: string): number;
  readonly keys: readonly string[];
  readonly kinds: readonly TermKind[];
  readonly postings: Postings;
  /** Rarity of a term: natural logarithm, positive; defined for unknown terms as well. */
  rarity(key: string, kind: TermKind): number;
  /** Rarity of the term of a number. */
  readonly rarities: Float64Array;
  /** Euclidean length of each document's weights. */
  readonly norms: Float32Array;
  /** Number of each document's language in `languages`. */
  readonly languageOf: Uint16Array;
  readonly languages: readonly string[];
  /** Decoded when asked for. */
  document(number: number): IndexDocument;
  /** The document's terms with their forms, by key; decoded when asked for. */
  terms(number: number): readonly Term[];
  /** A word by its number; decoded when asked for. */
  form(number: number): Form;
  /** What other languages call what a posting stands for. */
  translations(posting: number): readonly Form[];
  /** The number of the document with this id, or -1. */
  find(id: string): number;
}

/** All postings, term by term: those of term t are `starts[t]` to `starts[t + 1]`, by rising document. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly strengths: Float32Array;
  /** Number of the place in `PLACES`. */
  readonly places: Uint8Array;
  /** The words behind posting p: `formNumbers` from `formStarts[p]` to `formStarts[p + 1]`. */
  readonly formStarts: Uint32Array;
  readonly formNumbers: Uint32Array;
  /** What other languages call the same: the number of the group, plus one; 0 where nothing is known. */
  readonly groups: Uint32Array;
}
