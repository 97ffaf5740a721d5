/** One table of the lexicon: sorted hashes of words, with what each means. */
import type { BitReader } from '../container/bits';
import { FileFormatError } from '../container/container';
import { indexInSorted } from '../container/sorted';

export const HASH_BITS = 26;
const DROPPED_BITS = 32 - HASH_BITS;
/** How many bits say how wide a table's differences are. */
export const WIDTH_BITS = 5;
/** So many bits a row at least, two of them set: nearly all words that are not in a table are turned away without a search. */
const FILTER_BITS = 16;
const LEAST_FILTER_BITS = 2 ** 10;

export interface Table {
  readonly hashes: Uint32Array;
  /** Numbers of meanings. */
  readonly senses: Uint16Array;
  /** Two bits for each hash, found by its low bits and by the high bits of what it is spread to. */
  readonly filter: Uint32Array;
  readonly filterShift: number;
}

/** What of a hash is kept. */
export function keptHash(hash: number): number {
  return hash >>> DROPPED_BITS;
}

/** The row of a word's hash, or -1. */
export function rowOf({ hashes, filter, filterShift }: Table, hash: number): number {
  const kept = keptHash(hash);
  const low = (filter[(kept >>> 5) & (filter.length - 1)] ?? 0) >>> (kept & 31);
  if ((low & 1) === 0) return -1;
  const spread = spreadOf(kept, filterShift);
  return (((filter[spread >>> 5] ?? 0) >>> (spread & 31)) & 1) === 0 ? -1 : indexInSorted(hashes, kept);
}

/**
 * Reads a table of so many rows.
 * @param bytes length of the file's section
 * @throws FileFormatError where it cannot hold so many
 */
export function readTable(bits: BitReader, size: number, senseBits: number, bytes: number): Table {
  // Every row takes eight bits at least: a size beyond that is refused before anything is allocated.
  if (!Number.isInteger(size) || size < 0 || size > bytes) {
    throw new FileFormatError('This lexicon is damaged: a table of impossible size.');
  }
  const width = bits.bits(WIDTH_BITS);
  const filterBits = Math.max(LEAST_FILTER_BITS, 2 ** Math.ceil(Math.log2(size * FILTER_BITS)));
  const table = {
    hashes: new Uint32Array(size),
    senses: new Uint16Array(size),
    filter: new Uint32Array(filterBits / 32),
    filterShift: 32 - Math.log2(filterBits),
  };
  let last = 0;
  for (let i = 0; i < size; i++) {
    last += bits.rice(width);
    table.hashes[i] = last;
    setBit(table.filter, last & (filterBits - 1));
    setBit(table.filter, spreadOf(last, table.filterShift));
    table.senses[i] = bits.bits(senseBits);
  }
  return table;
}

function spreadOf(kept: number, shift: number): number {
  return Math.imul(kept, 0x9e3779b1) >>> shift;
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}
