/** Zipf–Mandelbrot: how often the r-th most frequent thing occurs. */

/** p(r) ~ 1 / (r + shift)^exponent, for ranks from 1. */
export interface ZipfLaw {
  readonly exponent: number;
  readonly shift: number;
}

/** The cumulative probabilities of the first `size` ranks. */
export function cumulative({ exponent, shift }: ZipfLaw, size: number): Float64Array {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += (i + 1 + shift) ** -exponent;
    sums[i] = sum;
  }
  return sums.map((value) => value / sum);
}

/** The rank, from 0, that a number from 0 to 1 falls on. */
export function rankAt(sums: Float64Array, at: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 1) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const EXPONENTS = Array.from({ length: 37 }, (_, i) => 0.7 + i * 0.05);
const SHIFTS = [0, 0.5, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 130, 200, 300];

/**
 * The law that comes nearest to measured frequencies, by the squares of the differences of logarithms at ranks that
 * double.
 *
 * @param shares measured shares of articles, falling
 * @param perArticle how many different ones an article has
 * @param size how many there are in all
 */
export function fitZipf(shares: readonly number[], perArticle: number, size: number): ZipfLaw {
  let best: ZipfLaw = { exponent: 1, shift: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const exponent of EXPONENTS) {
    for (const shift of SHIFTS) {
      const law = { exponent, shift };
      const error = errorOf(law, shares, perArticle, size);
      if (error >= least) continue;
      least = error;
      best = law;
    }
  }
  return best;
}

function errorOf({ exponent, shift }: ZipfLaw, shares: readonly number[], perArticle: number, size: number): number {
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) sum += (rank + shift) ** -exponent;
  let error = 0;
  for (let rank = 1; rank <= shares.length; rank *= 2) {
    const drawn = (perArticle * (rank + shift) ** -exponent) / sum;
    // A term drawn twice is there once.
    const share = 1 - Math.exp(-drawn);
    error += (Math.log(share) - Math.log(shares[rank - 1] ?? share)) ** 2;
  }
  return error;
}
