/** Our score worked out for every article, the plain way: what the search must agree with. */
import type { Term } from '../../fingerprint/types';
import type { ArticleIndex } from '../../index/article-index';
import { fingerprintOf, type Near } from './engines/sidelight';

/** All articles of an index with their terms, article by article and not term by term. */
export class ExhaustiveScan {
  readonly #numbers = new Map<string, number>();
  readonly #starts: Uint32Array;
  readonly #terms: Uint32Array;
  readonly #strengths: Float64Array;

  constructor(private readonly index: ArticleIndex) {
    const articles = index.shards.flatMap(({ shard }) => shard.sources().map(({ terms }) => terms));
    this.#starts = new Uint32Array(articles.length + 1);
    articles.forEach(({ length }, i) => {
      this.#starts[i + 1] = (this.#starts[i] ?? 0) + length;
    });
    this.#terms = Uint32Array.from(articles.flatMap((terms) => terms.map(({ key }) => this.#numberOf(key))));
    this.#strengths = Float64Array.from(articles.flatMap((terms) => terms.map(({ strength }) => strength)));
  }

  /** The nearest of all articles. */
  nearest(terms: readonly Term[], limit: number): Near[] {
    const { index } = this;
    const query = index.weigh(fingerprintOf(terms));
    const factors = new Float64Array(this.#numbers.size);
    for (const { term, weight, rarity } of query.terms) {
      const number = this.#numbers.get(term.key);
      if (number !== undefined) factors[number] = weight * rarity;
    }
    const best: Near[] = [];
    for (let number = 0; number < index.size; number++) {
      const length = query.norm * index.norm(number);
      const cosine = length > 0 ? this.#product(number, factors) / length : 0;
      const nearness = 2 * cosine - index.hubness(number);
      if (best.length === limit && nearness <= (best[limit - 1]?.nearness ?? 0)) continue;
      best.push({ number, nearness });
      best.sort((a, b) => b.nearness - a.nearness);
      best.length = Math.min(best.length, limit);
    }
    return best;
  }

  #product(number: number, factors: Float64Array): number {
    let product = 0;
    const end = this.#starts[number + 1] ?? 0;
    for (let i = this.#starts[number] ?? 0; i < end; i++) {
      product += (factors[this.#terms[i] ?? 0] ?? 0) * (this.#strengths[i] ?? 0);
    }
    return product;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Sums of other orders differ in the last digits. */
const ROUNDING = 1e-9;

/** Whether two lists name the same articles; of those equally near either may. */
export function agree(ours: readonly Near[], theirs: readonly Near[]): boolean {
  return (
    ours.length === theirs.length &&
    ours.every(({ nearness }, i) => Math.abs(nearness - (theirs[i]?.nearness ?? 0)) < ROUNDING) &&
    ours.every(({ number, nearness }) => {
      const last = ours.at(-1)?.nearness ?? 0;
      return nearness - last < ROUNDING || theirs.some((near) => near.number === number);
    })
  );
}
