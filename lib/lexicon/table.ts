/** One table of the lexicon: sorted hashes of words, with what each means. */
import type { BitReader } from '../container/bits';
import { FileFormatError } from '../container/container';

export const HASH_BITS = 26;
const DROPPED_BITS = 32 - HASH_BITS;
/** How many bits say how wide a table's differences are. */
export const WIDTH_BITS = 5;
/** 65,536 bits a table: nearly all words that are not in it are turned away without a search. */
const FILTER_WORDS = 2048;
const GUESSES = 3;

export interface Table {
  readonly hashes: Uint32Array;
  /** Numbers of meanings. */
  readonly senses: Uint16Array;
  /** A bit for each hash by its low bits. */
  readonly filter: Uint32Array;
}

/** What of a hash is kept. */
export function keptHash(hash: number): number {
  return hash >>> DROPPED_BITS;
}

/** The row of a word's hash, or -1. */
export function rowOf({ hashes, filter }: Table, hash: number): number {
  const kept = keptHash(hash);
  return ((filter[filterSlot(kept)] ?? 0) & filterBit(kept)) === 0 ? -1 : indexOfHash(hashes, kept);
}

/** Hashes lie evenly: a guess comes near, a second and third nearer, and few steps are left. */
function indexOfHash(hashes: Uint32Array, kept: number): number {
  const last = hashes.length - 1;
  const density = hashes.length / 2 ** HASH_BITS;
  let at = 0;
  let value = 0;
  for (let guess = 0; guess < GUESSES; guess++) {
    at = Math.max(0, Math.min(last, at + Math.trunc((kept - value) * density)));
    value = hashes[at] ?? 0;
  }
  while (value > kept && at > 0) value = hashes[--at] ?? 0;
  while (value < kept && at < last) value = hashes[++at] ?? 0;
  return value === kept && last >= 0 ? at : -1;
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
  const table = { hashes: new Uint32Array(size), senses: new Uint16Array(size), filter: new Uint32Array(FILTER_WORDS) };
  let last = 0;
  for (let i = 0; i < size; i++) {
    last += bits.rice(width);
    table.hashes[i] = last;
    const slot = filterSlot(last);
    table.filter[slot] = (table.filter[slot] ?? 0) | filterBit(last);
    table.senses[i] = bits.bits(senseBits);
  }
  return table;
}

function filterSlot(hash: number): number {
  return (hash >>> 5) & (FILTER_WORDS - 1);
}

function filterBit(hash: number): number {
  return 1 << (hash & 31);
}
