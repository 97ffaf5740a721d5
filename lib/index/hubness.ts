/**
 * Hubness: some articles are near to everything. How near an article is to its nearest neighbours in every other
 * language is known from the index alone and is taken off later (cross-domain similarity local scaling: Conneau et al.,
 * Word Translation Without Parallel Data, 2018).
 */
import { insertAt } from '../container/sorted';
import { type SamplePostings, SampleProducts } from './sample-products';
import type { Shard } from './shard';
import { tableOf } from './shard-table';
import { STRENGTH_OF } from './strength';

const NEIGHBOURS = 5;

/** Neighbours are looked for among so many articles at most, or the work would grow with the square of the index. */
export const SAMPLE_SIZE = 4000;

/** An article of the sample. */
export interface Sampled {
  /** Number of its shard, and its number there. */
  readonly shard: number;
  readonly number: number;
  readonly lang: string;
  /** Of its content. */
  readonly hash: number;
}

/**
 * The articles with the smallest hashes of their contents, all of them where they are few: neither their order nor their
 * ids show in an answer.
 */
export class Sample {
  #articles: Sampled[] = [];
  #largest = Number.POSITIVE_INFINITY;

  constructor(private readonly size = SAMPLE_SIZE) {}

  offer(article: Sampled): void {
    if (article.hash > this.#largest) return;
    this.#articles.push(article);
    if (this.#articles.length >= this.size * 2) this.#cut();
  }

  get articles(): readonly Sampled[] {
    this.#cut();
    return this.#articles;
  }

  #cut(): void {
    if (this.#articles.length <= this.size) return;
    this.#articles.sort((a, b) => a.hash - b.hash || a.shard - b.shard || a.number - b.number);
    this.#articles.length = this.size;
    this.#largest = this.#articles.at(-1)?.hash ?? 0;
  }
}

/** Weights as an index has them: those of a shard's terms, and the length of each article's. */
export interface ShardWeights {
  readonly shard: Shard;
  readonly rarities: Float64Array;
  readonly norms: Float32Array;
}

/** The sample's articles by term, language after language. */
export class Neighbours {
  readonly #postings: SamplePostings[] = [];
  #products: SampleProducts | null = null;
  /** Where each language's articles begin and end among the places. */
  readonly #ranges: { readonly lang: string; readonly from: number; readonly to: number }[] = [];
  readonly #norms: Float64Array;
  readonly #placeOf = new Map<string, number>();

  constructor(sample: readonly Sampled[]) {
    const sorted = [...sample].sort((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : a.hash - b.hash));
    sorted.forEach(({ shard, number, lang }, place) => {
      this.#placeOf.set(`${shard} ${number}`, place);
      const last = this.#ranges.at(-1);
      if (last?.lang === lang) this.#ranges[this.#ranges.length - 1] = { ...last, to: place + 1 };
      else this.#ranges.push({ lang, from: place, to: place + 1 });
    });
    this.#norms = new Float64Array(sorted.length);
  }

  /** Takes the sampled articles of a shard in. */
  add(shardNumber: number, { shard, norms }: ShardWeights): void {
    const places = new Int32Array(shard.size).fill(-1);
    for (let number = 0; number < shard.size; number++) {
      const place = this.#placeOf.get(`${shardNumber} ${number}`);
      if (place === undefined) continue;
      places[number] = place;
      this.#norms[place] = norms[number] ?? 0;
    }
    const { hashes, starts, documents, codes } = tableOf(shard);
    const count = documents.reduce((sum, document) => sum + ((places[document] ?? -1) < 0 ? 0 : 1), 0);
    const own = { hashes: new Uint32Array(count), places: new Uint16Array(count), codes: new Uint8Array(count) };
    let next = 0;
    for (let term = 0; term + 1 < starts.length; term++) {
      for (let p = starts[term] ?? 0; p < (starts[term + 1] ?? 0); p++) {
        const place = places[documents[p] ?? 0] ?? -1;
        if (place < 0) continue;
        own.hashes[next] = hashes[term] ?? 0;
        own.places[next] = place;
        own.codes[next++] = codes[p] ?? 0;
      }
    }
    this.#postings.push(own);
    this.#products = null;
  }

  /**
   * For each article of a shard the mean cosine to its five nearest in each other language, averaged over the languages.
   * Where all are of one language, the nearest in that are taken. Gives the values one by one.
   *
   * @param languages number of languages in the index
   */
  *hubnessOf(shardNumber: number, { shard, rarities, norms }: ShardWeights, languages: number): Generator<number> {
    const own = byArticle(shard, rarities);
    this.#products ??= new SampleProducts(this.#postings, this.#norms.length);
    const near = this.#products.termsOf(tableOf(shard).hashes);
    for (let number = 0; number < shard.size; number++) {
      const terms: number[] = [];
      const weights: number[] = [];
      for (let i = own.starts[number] ?? 0; i < (own.starts[number + 1] ?? 0); i++) {
        const term = near[own.terms[i] ?? 0] ?? -1;
        if (term < 0) continue;
        terms.push(term);
        weights.push(own.weights[i] ?? 0);
      }
      const products = this.#products.of(terms, weights);
      const self = this.#placeOf.get(`${shardNumber} ${number}`) ?? -1;
      yield this.#meanOf(products, shard.language(number), self, norms[number] ?? 0, languages);
    }
  }

  #meanOf(products: Float64Array, lang: string, self: number, norm: number, languages: number): number {
    let sum = 0;
    let count = 0;
    for (const range of this.#ranges) {
      if (languages > 1 && range.lang === lang) continue;
      const nearest: number[] = [];
      for (let place = range.from; place < range.to; place++) {
        if (place === self) continue;
        const length = norm * (this.#norms[place] ?? 0);
        keepLargest(nearest, length > 0 ? (products[place] ?? 0) / length : 0);
      }
      if (nearest.length === 0) continue;
      sum += neighbourhood(nearest);
      count++;
    }
    return count > 0 ? sum / count : 0;
  }
}

/** Each article's terms with their weights, rarity counted for both sides. */
function byArticle(shard: Shard, rarities: Float64Array) {
  const { starts: termStarts, documents, codes } = tableOf(shard);
  const starts = new Uint32Array(shard.size + 1);
  for (const document of documents) starts[document + 1] = (starts[document + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const terms = new Uint32Array(documents.length);
  const weights = new Float64Array(documents.length);
  for (let term = 0; term + 1 < termStarts.length; term++) {
    const rarity = rarities[term] ?? 0;
    for (let p = termStarts[term] ?? 0; p < (termStarts[term + 1] ?? 0); p++) {
      const document = documents[p] ?? 0;
      const at = next[document] ?? 0;
      next[document] = at + 1;
      terms[at] = term;
      weights[at] = (STRENGTH_OF[codes[p] ?? 0] ?? 0) * rarity ** 2;
    }
  }
  return { starts, terms, weights };
}

/** Keeps the `NEIGHBOURS` largest numbers, largest first. */
export function keepLargest(largest: number[], value: number): void {
  if (largest.length === NEIGHBOURS && value <= (largest[NEIGHBOURS - 1] ?? 0)) return;
  let at = largest.length;
  while (at > 0 && (largest[at - 1] ?? 0) < value) at--;
  insertAt(largest, at, value, NEIGHBOURS);
}

/** What a value must be above to be one of the largest. */
export function leastKept(largest: readonly number[]): number {
  return largest.length < NEIGHBOURS ? Number.NEGATIVE_INFINITY : (largest[NEIGHBOURS - 1] ?? 0);
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
