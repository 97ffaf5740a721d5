/** Numbers by chance that are the same in every run: mulberry32 (Tommy Ettinger, public domain). */
import { hashString } from '../../fingerprint/hash';

/** Gives numbers from 0 to 1, 1 left out. */
export type Random = () => number;

/** A source of its own for every purpose: what one draws does not shift the others. */
export function createRandom(seed: number, ...purpose: readonly (string | number)[]): Random {
  let state = hashString([seed, ...purpose].join(' '));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
