/** How much a shared term says, from how rare it is. */
import type { TermKind } from '../fingerprint/types';

/**
 * Share of news articles that have a given term of a kind, before an index has been seen. A small index cannot tell
 * that "Russia" is common and "Araghchi" is not; with these it starts from what is usual.
 */
export const USUAL_SHARE: Readonly<Record<TermKind, number>> = {
  name: 0.01,
  entity: 0.015,
  place: 0.04,
  language: 0.04,
  concept: 0.04,
  number: 0.02,
  date: 0.1,
};
/** The usual share weighs as much as this many articles. */
export const PRIOR_ARTICLES = 40;

/**
 * Inverse document frequency, smoothed towards the usual: ln((n + k + 1) / (df + k·share + 1/2)).
 * @param df number of documents with the term
 * @param documents number of documents in all
 */
export function rarityOf(kind: TermKind, df: number, documents: number): number {
  const share = USUAL_SHARE[kind];
  return Math.log((documents + PRIOR_ARTICLES + 1) / (df + PRIOR_ARTICLES * share + 0.5));
}
