/** Products of an article's terms with those of all articles of a sample at once: some hundred thousand for each article. */
import { STRENGTH_OF } from './strength';

/** A term of at least this share of the sample has a row with a place for every article: that is quicker from there on. */
const DENSE = 0.4;
/** So many rows are added up in one pass. */
const AT_ONCE = 4;

/** Postings of some of the sample's articles, in any order. */
export interface SamplePostings {
  /** Of the terms. */
  readonly hashes: Uint32Array;
  /** Of the articles. */
  readonly places: Uint16Array;
  readonly codes: Uint8Array;
}

export class SampleProducts {
  /** The number of each term by its hash. */
  readonly #terms = new Map<number, number>();
  /** Those of term t are `starts[t]` to `starts[t + 1]`. */
  readonly #starts: Uint32Array;
  readonly #places: Uint16Array;
  readonly #strengths: Float64Array;
  readonly #rows: (Float64Array | null)[] = [];
  readonly #products: Float64Array;

  /** @param size of the sample */
  constructor(parts: readonly SamplePostings[], size: number) {
    this.#products = new Float64Array(size);
    const counts: number[] = [];
    for (const { hashes } of parts) {
      for (const hash of hashes) {
        const term = this.#terms.get(hash) ?? counts.push(0) - 1;
        if (counts[term] === 0) this.#terms.set(hash, term);
        counts[term] = (counts[term] ?? 0) + 1;
      }
    }
    this.#starts = new Uint32Array(counts.length + 1);
    counts.forEach((count, term) => {
      this.#starts[term + 1] = (this.#starts[term] ?? 0) + count;
      this.#rows.push(count >= size * DENSE ? new Float64Array(size) : null);
    });
    const all = this.#starts[counts.length] ?? 0;
    this.#places = new Uint16Array(all);
    this.#strengths = new Float64Array(all);
    const next = this.#starts.slice();
    for (const part of parts) this.#fill(part, next);
  }

  /** The number of the sample's term with each hash; -1 where it has none. */
  termsOf(hashes: Uint32Array): Int32Array {
    return Int32Array.from(hashes, (hash) => this.#terms.get(hash) ?? -1);
  }

  /** The product with each article of the sample; the next call writes over it. */
  of(terms: readonly number[], weights: readonly number[]): Float64Array {
    this.#products.fill(0);
    const dense: number[] = [];
    terms.forEach((term, i) => {
      if (this.#rows[term]) dense.push(i);
      else this.#addPostings(term, weights[i] ?? 0);
    });
    for (; dense.length >= AT_ONCE; dense.length -= AT_ONCE) this.#addRows(terms, weights, dense.slice(-AT_ONCE));
    for (const i of dense) this.#addPostings(terms[i] ?? 0, weights[i] ?? 0);
    return this.#products;
  }

  #fill({ hashes, places, codes }: SamplePostings, next: Uint32Array): void {
    for (let p = 0; p < hashes.length; p++) {
      const term = this.#terms.get(hashes[p] ?? 0) ?? 0;
      const place = places[p] ?? 0;
      const strength = STRENGTH_OF[codes[p] ?? 0] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      this.#places[at] = place;
      this.#strengths[at] = strength;
      const row = this.#rows[term];
      // Two terms of one hash may be in one article.
      if (row) row[place] = (row[place] ?? 0) + strength;
    }
  }

  #addPostings(term: number, weight: number): void {
    const [products, places, strengths] = [this.#products, this.#places, this.#strengths];
    const end = this.#starts[term + 1] ?? 0;
    for (let p = this.#starts[term] ?? 0; p < end; p++) {
      const place = places[p] ?? 0;
      products[place] = (products[place] ?? 0) + weight * (strengths[p] ?? 0);
    }
  }

  #addRows(terms: readonly number[], weights: readonly number[], four: readonly number[]): void {
    const [a, b, c, d] = four.map((i) => this.#rows[terms[i] ?? 0]);
    const [u = 0, v = 0, w = 0, x = 0] = four.map((i) => weights[i] ?? 0);
    if (!a || !b || !c || !d) return;
    const products = this.#products;
    for (let place = 0; place < products.length; place++) {
      products[place] =
        (products[place] ?? 0) + u * (a[place] ?? 0) + v * (b[place] ?? 0) + w * (c[place] ?? 0) + x * (d[place] ?? 0);
    }
  }
}
