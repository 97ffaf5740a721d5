/** Fingerprint × index → how near each document is. */
import type { Fingerprint, Term } from '../fingerprint/types';
import type { StoryIndex } from './types';

/** A term of a fingerprint as the index weights it. */
export interface QueryTerm {
  readonly term: Term;
  /** Number of the term in the index, or -1. */
  readonly number: number;
  readonly rarity: number;
  /** Strength times rarity. */
  readonly weight: number;
}

/** A fingerprint weighted by the index's rarities. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  /** Euclidean length of the weights. */
  readonly norm: number;
}

/** Weights a fingerprint as the index weights its documents: strength times rarity. */
export function weigh(index: StoryIndex, fingerprint: Fingerprint): Query {
  let square = 0;
  const terms = fingerprint.terms.map((term): QueryTerm => {
    const number = index.lookup(term.key);
    const rarity = index.rarities[number] ?? index.rarity(term.key, term.kind);
    const weight = term.strength * rarity;
    square += weight * weight;
    return { term, number, rarity, weight };
  });
  return { terms, norm: Math.sqrt(square) };
}

/** The cosine of a query with every document of the index, by document number. */
export function searchIndex(index: StoryIndex, query: Query): Float32Array {
  const cosines = new Float32Array(index.size);
  const { starts, documents, strengths } = index.postings;
  for (const { number, weight, rarity } of query.terms) {
    if (number < 0) continue;
    const end = starts[number + 1] ?? 0;
    const factor = weight * rarity;
    for (let p = starts[number] ?? 0; p < end; p++) {
      const document = documents[p] ?? 0;
      cosines[document] = (cosines[document] ?? 0) + factor * (strengths[p] ?? 0);
    }
  }
  for (let document = 0; document < cosines.length; document++) {
    const length = query.norm * (index.norms[document] ?? 0);
    cosines[document] = length > 0 ? (cosines[document] ?? 0) / length : 0;
  }
  return cosines;
}

/** A term that a query and a document share. */
export interface Meeting {
  readonly queryTerm: QueryTerm;
  /** Number of the posting. */
  readonly posting: number;
}

/** What the query shares with each of some documents: one pass over the query's postings serves them all. */
export function meetingsOf(index: StoryIndex, query: Query, numbers: readonly number[]): Meeting[][] {
  const slots = new Int32Array(index.size).fill(-1);
  numbers.forEach((number, slot) => {
    slots[number] = slot;
  });
  const meetings = numbers.map((): Meeting[] => []);
  const { starts, documents } = index.postings;
  for (const queryTerm of query.terms) {
    if (queryTerm.number < 0) continue;
    const end = starts[queryTerm.number + 1] ?? 0;
    for (let p = starts[queryTerm.number] ?? 0; p < end; p++) {
      const slot = slots[documents[p] ?? 0] ?? -1;
      if (slot >= 0) meetings[slot]?.push({ queryTerm, posting: p });
    }
  }
  return meetings;
}
