/** The best candidates of a language, kept while a search goes on. */
import { insertAt } from '../container/sorted';
import { keepLargest, leastKept, neighbourhood } from './hubness';

/** The candidates of a language, best first. */
export interface Candidates {
  readonly lang: string;
  /** How near the nearest articles of this language are to the query. */
  readonly crowd: number;
  readonly numbers: readonly number[];
  /** 2·cosine − hubness: the crowd is the same for all. */
  readonly values: readonly number[];
  readonly cosines: readonly number[];
}

/** The best candidates of a language so far. */
export class CandidateList {
  /** What a cosine must be above to be among the nearest. */
  leastNear = Number.NEGATIVE_INFINITY;
  /** What a value must reach to be among the best. */
  leastValue = Number.NEGATIVE_INFINITY;
  readonly #nearest: number[] = [];
  readonly #numbers: number[] = [];
  readonly #hashes: number[] = [];
  readonly #cosines: number[] = [];
  readonly #values: number[] = [];

  constructor(private readonly size: number) {}

  /** Takes an article in, where it is better than one that is kept; of equals the content decides. */
  offer(number: number, hash: number, cosine: number, value: number): void {
    keepLargest(this.#nearest, cosine);
    this.leastNear = leastKept(this.#nearest);
    let at = this.#values.length;
    while (at > 0 && this.#isBefore(hash, value, at - 1)) at--;
    if (at >= this.size) return;
    insertAt(this.#numbers, at, number, this.size);
    insertAt(this.#hashes, at, hash, this.size);
    insertAt(this.#cosines, at, cosine, this.size);
    insertAt(this.#values, at, value, this.size);
    if (this.#values.length === this.size) this.leastValue = this.#values[this.size - 1] ?? 0;
  }

  candidates(lang: string): Candidates {
    return {
      lang,
      crowd: neighbourhood(this.#nearest),
      numbers: this.#numbers,
      values: this.#values,
      cosines: this.#cosines,
    };
  }

  #isBefore(hash: number, value: number, at: number): boolean {
    const other = this.#values[at] ?? 0;
    if (value !== other) return value > other;
    const otherHash = this.#hashes[at] ?? 0;
    // Articles of one hash say the same. They come as they lie in the index.
    return hash < otherHash;
  }
}
