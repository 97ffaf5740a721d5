/** Fingerprint × index → how near each document is. */
import type { Fingerprint } from '../fingerprint/types';
import type { StoryIndex } from './types';

/** A fingerprint weighted by the index's rarities. */
export interface Query {
  readonly weights: ReadonlyMap<string, number>;
  /** Euclidean length of the weights. */
  readonly norm: number;
}

/** Weights a fingerprint as the index weights its documents: strength times rarity. */
export function weigh(index: StoryIndex, fingerprint: Fingerprint): Query {
  const weights = new Map<string, number>();
  let square = 0;
  for (const { key, kind, strength } of fingerprint.terms) {
    const weight = strength * index.rarity(key, kind);
    weights.set(key, weight);
    square += weight * weight;
  }
  return { weights, norm: Math.sqrt(square) };
}

/** The cosine of a query with every document of the index, by document number. */
export function searchIndex(index: StoryIndex, fingerprint: Fingerprint, query: Query): Float32Array {
  const cosines = new Float32Array(index.size);
  for (const { key, kind } of fingerprint.terms) {
    const postings = index.postings(key);
    if (!postings) continue;
    const weight = (query.weights.get(key) ?? 0) * index.rarity(key, kind);
    const { documents, strengths } = postings;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0;
      cosines[document] = (cosines[document] ?? 0) + weight * (strengths[i] ?? 0);
    }
  }
  for (let document = 0; document < cosines.length; document++) {
    const length = query.norm * (index.norms[document] ?? 0);
    cosines[document] = length > 0 ? (cosines[document] ?? 0) / length : 0;
  }
  return cosines;
}
