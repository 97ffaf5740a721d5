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
  const rarities = postings.map((list, term) => rarityOf(kinds[term] ?? 'name', list.length, documents));
  const counts = new Uint32Array(documents + 1);
  postings.forEach((list, term) => {
    for (const { document, strength } of list) {
      norms[document] = (norms[document] ?? 0) + (strength * (rarities[term] ?? 0)) ** 2;
      counts[document + 1] = (counts[document + 1] ?? 0) + 1;
    }
  });
  const own = byDocument(postings, rarities, counts);
  const inSample = new Set(sample);
  const neighbours = flat(
    sample.length === documents
      ? postings
      : postings.map((list) => list.filter(({ document }) => inSample.has(document))),
  );
  const hubness = new Float32Array(documents);
  const products = new Float64Array(documents);
  for (let document = 0; document < documents; document++) {
    products.fill(0);
    for (let i = own.starts[document] ?? 0; i < (own.starts[document + 1] ?? 0); i++) {
      const term = own.terms[i] ?? 0;
      const weight = own.weights[i] ?? 0;
      const end = neighbours.starts[term + 1] ?? 0;
      for (let p = neighbours.starts[term] ?? 0; p < end; p++) {
        const other = neighbours.documents[p] ?? 0;
        products[other] = (products[other] ?? 0) + weight * (neighbours.strengths[p] ?? 0);
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

/** The postings in flat arrays: millions of them are read once for every document. */
function flat(postings: readonly (readonly Posting[])[]) {
  const all = postings.reduce((sum, list) => sum + list.length, 0);
  const starts = new Uint32Array(postings.length + 1);
  const documents = new Uint32Array(all);
  const strengths = new Float64Array(all);
  let p = 0;
  postings.forEach((list, term) => {
    for (const { document, strength } of list) {
      documents[p] = document;
      strengths[p] = strength;
      p++;
    }
    starts[term + 1] = p;
  });
  return { starts, documents, strengths };
}

/** Each document's terms with their weights, rarity counted for both sides. */
function byDocument(
  postings: readonly (readonly Posting[])[],
  rarities: readonly number[],
  counts: Uint32Array,
): { starts: Uint32Array; terms: Uint32Array; weights: Float64Array } {
  const starts = counts.slice();
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const all = starts.at(-1) ?? 0;
  const next = starts.slice();
  const terms = new Uint32Array(all);
  const weights = new Float64Array(all);
  postings.forEach((list, term) => {
    for (const { document, strength } of list) {
      const at = next[document] ?? 0;
      next[document] = at + 1;
      terms[at] = term;
      weights[at] = strength * (rarities[term] ?? 0) ** 2;
    }
  });
  return { starts, terms, weights };
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
