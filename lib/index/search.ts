/** Fingerprint × index → what they share, for stories and articles alike; and how near each story is. */
import type { Fingerprint, Form, Place, Term } from '../fingerprint/types';
import { PLACES } from './format';
import type { StoryIndex } from './types';

/** A term of a fingerprint as an index weighs it. */
export interface WeighedTerm {
  readonly term: Term;
  readonly rarity: number;
  /** Strength times rarity. */
  readonly weight: number;
}

/** A term of a fingerprint with its number in an index of stories, or -1. */
export interface QueryTerm extends WeighedTerm {
  readonly number: number;
}

/** A fingerprint weighed by an index's rarities. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  /** Euclidean length of the weights. */
  readonly norm: number;
}

/** Weighs a fingerprint as the index weighs its documents: strength times rarity. */
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
  readonly queryTerm: WeighedTerm;
  /** How strong the document has it, and where. */
  readonly strength: number;
  readonly place: Place;
  /** The document's words for it; decoded when asked for. */
  forms(): readonly Form[];
  /** What other languages call the same. */
  translations(): readonly Form[];
}

/** What the query shares with each of some documents: one pass over the query's postings serves them all. */
export function meetingsOf(index: StoryIndex, query: Query, numbers: readonly number[]): Meeting[][] {
  const slots = new Int32Array(index.size).fill(-1);
  numbers.forEach((number, slot) => {
    slots[number] = slot;
  });
  const meetings = numbers.map((): Meeting[] => []);
  const { starts, documents, strengths, places, formStarts, formNumbers } = index.postings;
  for (const queryTerm of query.terms) {
    if (queryTerm.number < 0) continue;
    const end = starts[queryTerm.number + 1] ?? 0;
    for (let p = starts[queryTerm.number] ?? 0; p < end; p++) {
      const slot = slots[documents[p] ?? 0] ?? -1;
      if (slot < 0) continue;
      meetings[slot]?.push({
        queryTerm,
        strength: strengths[p] ?? 0,
        place: PLACES[places[p] ?? 0] ?? 'body',
        forms: () => Array.from(formNumbers.subarray(formStarts[p], formStarts[p + 1]), index.form),
        translations: () => index.translations(p),
      });
    }
  }
  return meetings;
}
