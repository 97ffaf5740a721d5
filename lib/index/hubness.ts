/**
 * Hubness: some documents are near to everything. How near a document is to its nearest neighbours in every other
 * language is known from the index alone and is taken off later (cross-domain similarity local scaling: Conneau et al.,
 * Word Translation Without Parallel Data, 2018).
 */
import type { TermKind } from '../fingerprint/types';
import { rarityOf } from './rarity';

export interface Posting {
  readonly document: number;
  readonly strength: number;
}

const NEIGHBOURS = 5;

/** Neighbours are looked for among so many documents at most, or the work would grow with the square of the index. */
const SAMPLE = 4000;

/**
 * For each document the mean cosine to its five nearest in each other language, averaged over the languages. An index
 * of one language, such as one of stories, takes the nearest in that. In a large index the neighbours come from a
 * sample, which the documents' contents alone decide: neither their order nor their ids show in an answer.
 *
 * @param contentHashes a hash of each document's content
 */
export function hubnessOf(
  postings: readonly (readonly Posting[])[],
  kinds: readonly TermKind[],
  languageOf: readonly number[],
  contentHashes: readonly number[],
): Float32Array {
  const documents = languageOf.length;
  const sample = sampleOf(contentHashes, SAMPLE);
  const languages = languageOf.reduce((most, language) => Math.max(most, language + 1), 0);
  const norms = new Float64Array(documents);
  const termsOf: { term: number; weight: number }[][] = Array.from({ length: documents }, () => []);
  postings.forEach((list, term) => {
    const rarity = rarityOf(kinds[term] ?? 'name', list.length, documents);
    for (const { document, strength } of list) {
      const weight = strength * rarity;
      norms[document] = (norms[document] ?? 0) + weight * weight;
      termsOf[document]?.push({ term, weight: weight * rarity });
    }
  });
  const inSample = new Set(sample);
  const neighbours =
    sample.length === documents
      ? postings
      : postings.map((list) => list.filter(({ document }) => inSample.has(document)));
  const hubness = new Float32Array(documents);
  const products = new Float64Array(documents);
  for (let document = 0; document < documents; document++) {
    products.fill(0);
    for (const { term, weight } of termsOf[document] ?? []) {
      for (const other of neighbours[term] ?? []) {
        products[other.document] = (products[other.document] ?? 0) + weight * other.strength;
      }
    }
    const nearest = Array.from({ length: languages }, (): number[] => []);
    for (const other of sample) {
      if (other === document) continue;
      const language = languageOf[other] ?? 0;
      if (languages > 1 && language === languageOf[document]) continue;
      const length = Math.sqrt((norms[document] ?? 0) * (norms[other] ?? 0));
      keepLargest(nearest[language] ?? [], length > 0 ? (products[other] ?? 0) / length : 0);
    }
    const means = nearest.filter((list) => list.length > 0).map(neighbourhood);
    hubness[document] = mean(means);
  }
  return hubness;
}

/** The documents with the smallest hashes, all of them where they are few, in their order. */
export function sampleOf(hashes: readonly number[], size: number): number[] {
  const numbers = Array.from(hashes.keys());
  if (numbers.length <= size) return numbers;
  numbers.sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  return numbers.slice(0, size).sort((a, b) => a - b);
}

/** Keeps the `NEIGHBOURS` largest numbers, largest first. */
export function keepLargest(largest: number[], value: number): void {
  if (largest.length === NEIGHBOURS && value <= (largest[NEIGHBOURS - 1] ?? 0)) return;
  let at = largest.length;
  while (at > 0 && (largest[at - 1] ?? 0) < value) at--;
  largest.splice(at, 0, value);
  if (largest.length > NEIGHBOURS) largest.pop();
}

/** The cosine of a news article to an unrelated one of another language that happens to be near. */
const USUAL_COSINE = 0.07;

/**
 * The mean of the nearest. Where there are fewer than `NEIGHBOURS` the missing ones are taken as usual: a small index
 * cannot tell how crowded a place is, and an only candidate is not its own crowd.
 */
export function neighbourhood(nearest: readonly number[]): number {
  return mean([...nearest, ...Array<number>(NEIGHBOURS - nearest.length).fill(USUAL_COSINE)]);
}

/** The mean of some numbers; 0 for none. */
export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
