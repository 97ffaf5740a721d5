/** What an index holds. Types only. */
import type { Term } from '../fingerprint/types';
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
}

/** An open index. Documents and terms are numbered from 0. */
export interface StoryIndex {
  readonly facts: IndexFacts;
  readonly size: number;
  /** Postings of a term: documents and strengths, or null where the index does not know it. */
  postings(key: string): Postings | null;
  /** Rarity of a term: natural logarithm, positive; defined for unknown terms as well. */
  rarity(key: string, kind: Term['kind']): number;
  /** Euclidean length of each document's weights. */
  readonly norms: Float32Array;
  /** How close each document is to its neighbours in other languages, mean cosine: high for one that is close to all. */
  readonly hubness: Float32Array;
  /** Number of each document's language in `languages`. */
  readonly languageOf: Uint16Array;
  readonly languages: readonly string[];
  /** Decoded when asked for. */
  document(number: number): IndexDocument;
  /** The document's terms with their forms, decoded when asked for. */
  terms(number: number): readonly Term[];
  /** The number of the document with this id, or -1. */
  find(id: string): number;
}

export interface Postings {
  readonly documents: Uint32Array;
  readonly strengths: Float32Array;
}
