/** Looks at bits, low ones first, without a reader: for loops that go through millions. `bits.ts` says what is written how. */
import { FileFormatError } from './container';

/** So many bits a look at four bytes surely shows, wherever in a byte it starts. */
export const SEEN = 25;

/** Bytes as they are looked at. With zeros behind them no look goes beyond the end. */
export function viewOf(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes);
  return new DataView(padded.buffer);
}

/** The bits from a place on; the first `SEEN` count. */
export function look(view: DataView, at: number): number {
  return view.getInt32(at >>> 3, true) >> (at & 7);
}

/** So many of the bits, as a number. */
export function lowest(bits: number, width: number): number {
  return bits & ((1 << width) - 1);
}

/** How many ones stand before the first zero; 31 or more where none does. */
export function onesOf(bits: number): number {
  return (31 - Math.clz32(~bits & (bits + 1))) & 63;
}

/** How many zeros stand before the first one; -1 where none does. */
export function zerosOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/**
 * How many ones stand from a place on, however many there are.
 * @param limit where the bits end
 * @throws FileFormatError where they run past it
 */
export function unary(view: DataView, at: number, limit: number): number {
  let all = 0;
  while (at + all < limit) {
    const ones = onesOf(look(view, at + all));
    if (ones < SEEN) return all + ones;
    all += SEEN;
  }
  throw new FileFormatError('This file is damaged: a table runs past its end.');
}
