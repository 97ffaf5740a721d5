/**
 * In how many articles of an index each term is. Terms stand as hashes of 32 bits, sorted; those of one article are left
 * out, and are most. One term in some thousands shares its hash with another: it is taken for as common as both together.
 */
import { look, lowest, SEEN, unary, viewOf, zerosOf } from '../container/bit-look';
import { BitWriter } from '../container/bits';
import { FileFormatError } from '../container/container';
import { widthOf } from './postings-codec';

const MOST_PARAMETER = 31;
const PARAMETER_BITS = 5;
const SIZE_BITS = 32;
const HALF = 16;

/** Hashes, rising, each once, with a number each. */
interface CountedHashes {
  readonly hashes: Uint32Array;
  readonly counts: Uint32Array;
}

/** So many hashes are gone through for one at most. */
const STRIDE = 16;

/**
 * The counts stay packed: for each hash the difference to the one before (Golomb–Rice), and its count less one (Elias gamma).
 */
export class TermCounts {
  readonly size: number;
  readonly #packed: Uint8Array;
  readonly #view: DataView;
  readonly #parameter: number;
  /** Every sixteenth hash, and the bit at which its count stands. */
  readonly #hashes: Uint32Array;
  readonly #places: Uint32Array;

  private constructor(packed: Uint8Array) {
    const view = viewOf(packed);
    const limit = packed.length * 8;
    const size = view.getUint32(0, true);
    const parameter = lowest(look(view, SIZE_BITS), PARAMETER_BITS);
    // Each takes two bits at least.
    if (size > packed.length * 4) throw damaged();
    this.size = size;
    this.#view = view;
    this.#packed = new Uint8Array(view.buffer, 0, packed.length);
    this.#parameter = parameter;
    this.#hashes = new Uint32Array(Math.ceil(size / STRIDE));
    this.#places = new Uint32Array(this.#hashes.length);
    let at = SIZE_BITS + PARAMETER_BITS;
    let last = 0;
    for (let i = 0; i < size; i++) {
      const ones = unary(view, at, limit);
      last += differenceAt(view, at, ones, parameter);
      at += ones + 1 + parameter;
      if (last > 0xffffffff) throw damaged();
      if (i % STRIDE === 0) {
        this.#hashes[i / STRIDE] = last;
        this.#places[i / STRIDE] = at;
      }
      const zeros = zerosOf(look(view, at));
      if (zeros < 0 || zeros >= SEEN) throw damaged();
      at += zeros * 2 + 1;
      if (at > limit) throw damaged();
    }
  }

  static of({ hashes, counts }: CountedHashes): TermCounts {
    const writer = new BitWriter();
    const parameter = Math.max(0, Math.min(MOST_PARAMETER, 31 - widthOf(hashes.length)));
    writer.bits(hashes.length, 32);
    writer.bits(parameter, PARAMETER_BITS);
    let last = 0;
    hashes.forEach((hash, i) => {
      writer.rice(hash - last, parameter);
      writer.gamma((counts[i] ?? 0) - 1);
      last = hash;
    });
    return new TermCounts(writer.bytes());
  }

  /** @throws FileFormatError */
  static decode(section: Uint8Array): TermCounts {
    return new TermCounts(section);
  }

  /** In how many articles the term with this hash is; 0 where it is in one or none. */
  count(hash: number): number {
    const stretch = lastBefore(this.#hashes, hash);
    if (stretch < 0) return 0;
    const view = this.#view;
    const limit = this.#packed.length * 8;
    const parameter = this.#parameter;
    let known = this.#hashes[stretch] ?? 0;
    let at = this.#places[stretch] ?? 0;
    for (let left = Math.min(STRIDE, this.size - stretch * STRIDE); ; left--) {
      const zeros = zerosOf(look(view, at));
      if (known === hash) return ((1 << zeros) | lowest(look(view, at + zeros + 1), zeros)) + 1;
      if (known > hash || left === 1) return 0;
      at += zeros * 2 + 1;
      const ones = unary(view, at, limit);
      known += differenceAt(view, at, ones, parameter);
      at += ones + 1 + parameter;
    }
  }

  encode(): Uint8Array {
    return this.#packed;
  }
}

/** The difference that begins at a place with so many ones. */
function differenceAt(view: DataView, at: number, ones: number, parameter: number): number {
  const low = at + ones + 1;
  const rest =
    parameter < SEEN
      ? lowest(look(view, low), parameter)
      : lowest(look(view, low), HALF) + lowest(look(view, low + HALF), parameter - HALF) * 2 ** HALF;
  return ones * 2 ** parameter + rest;
}

/** The last of rising numbers that is not above another, by its place; -1 where all are. */
function lastBefore(rising: Uint32Array, value: number): number {
  let [low, high] = [-1, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Counts terms shard by shard. */
export class TermCounter {
  /** Sums so far, always of such as are of like length: a hash is copied only as often as their number doubles. */
  readonly #sums: CountedHashes[] = [];

  /**
   * Takes a shard in.
   * @param hashes of its terms
   * @param starts of their postings
   */
  add(hashes: Uint32Array, starts: Uint32Array): void {
    let sum = countsOfShard(hashes, starts);
    for (let last = this.#sums.at(-1); last && last.hashes.length <= sum.hashes.length * 2; last = this.#sums.at(-1)) {
      this.#sums.pop();
      sum = merge(last, sum);
    }
    this.#sums.push(sum);
  }

  /** The counts, without terms of one article. */
  counts(): TermCounts {
    const none = { hashes: new Uint32Array(0), counts: new Uint32Array(0) };
    const { hashes, counts } = this.#sums.reduceRight(merge, none);
    let next = 0;
    counts.forEach((count, i) => {
      if (count <= 1) return;
      hashes[next] = hashes[i] ?? 0;
      counts[next++] = count;
    });
    return TermCounts.of({ hashes: hashes.subarray(0, next), counts: counts.subarray(0, next) });
  }
}

function countsOfShard(hashes: Uint32Array, starts: Uint32Array): CountedHashes {
  // Hash and count as one number, so that the engine's own sort of numbers serves.
  const both = Float64Array.from(
    hashes,
    (hash, term) => hash * 2 ** 13 + (starts[term + 1] ?? 0) - (starts[term] ?? 0),
  );
  both.sort();
  const sorted = Uint32Array.from(both, (value) => Math.floor(value / 2 ** 13));
  const counts = Uint32Array.from(both, (value) => value % 2 ** 13);
  return joinEqual(sorted, counts);
}

function joinEqual(hashes: Uint32Array, counts: Uint32Array): CountedHashes {
  let next = 0;
  for (let i = 0; i < hashes.length; i++) {
    if (next > 0 && hashes[next - 1] === hashes[i]) counts[next - 1] = (counts[next - 1] ?? 0) + (counts[i] ?? 0);
    else {
      hashes[next] = hashes[i] ?? 0;
      counts[next++] = counts[i] ?? 0;
    }
  }
  return { hashes: hashes.slice(0, next), counts: counts.slice(0, next) };
}

function merge(a: CountedHashes, b: CountedHashes): CountedHashes {
  const hashes = new Uint32Array(a.hashes.length + b.hashes.length);
  const counts = new Uint32Array(hashes.length);
  let [i, j, next] = [0, 0, 0];
  while (i < a.hashes.length || j < b.hashes.length) {
    const left = a.hashes[i] ?? Number.POSITIVE_INFINITY;
    const right = b.hashes[j] ?? Number.POSITIVE_INFINITY;
    hashes[next] = Math.min(left, right);
    let count = 0;
    if (left <= right) count += a.counts[i++] ?? 0;
    if (right <= left) count += b.counts[j++] ?? 0;
    counts[next++] = count;
  }
  return { hashes: hashes.slice(0, next), counts: counts.slice(0, next) };
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its terms.');
}
