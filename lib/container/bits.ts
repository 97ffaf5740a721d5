/** Bit-wise writing and reading: for tables in which a byte a number would be a waste. */
import { FileFormatError } from './container';

const MAX_WIDTH = 32;
/** A quotient beyond this is not written by `BitWriter`: the file is damaged. */
const MAX_QUOTIENT = 4096;
/** Many writers hold a few bits. */
const INITIAL = 64;
/** Bits that a look at four bytes surely shows, wherever in a byte it starts. */
const SEEN = 25;

/** Grows as it is written; bits fill each byte from the low end. */
export class BitWriter {
  #buffer = new Uint8Array(INITIAL);
  #bits = 0;

  /** Number of bits written. */
  get length(): number {
    return this.#bits;
  }

  /** The low `width` bits of a number, 0 to 32 of them. */
  bits(value: number, width: number): void {
    this.#reserve(width);
    let rest = value;
    let left = width;
    while (left > 0) {
      const filled = this.#bits & 7;
      const take = Math.min(8 - filled, left);
      const at = this.#bits >>> 3;
      this.#buffer[at] = (this.#buffer[at] ?? 0) | ((rest & ((1 << take) - 1)) << filled);
      rest = Math.floor(rest / 2 ** take);
      left -= take;
      this.#bits += take;
    }
  }

  /** Golomb–Rice: the quotient by 2^parameter in unary, then the rest. Short where numbers are about 2^parameter. */
  rice(value: number, parameter: number): void {
    const quotient = Math.floor(value / 2 ** parameter);
    if (quotient > MAX_QUOTIENT) throw new RangeError(`Too far from 2^${parameter}: ${value}`);
    for (let left = quotient; left > 0; left -= 16) this.bits(0xffff, Math.min(16, left));
    this.bits(0, 1);
    this.bits(value, parameter);
  }

  /** Elias gamma: a number from 1 on, in twice as many bits as it has, less one. */
  gamma(value: number): void {
    const width = 31 - Math.clz32(value);
    this.bits(0, width);
    this.bits(1, 1);
    this.bits(value, width);
  }

  /** Zeros up to the end of the byte. */
  align(): void {
    this.bits(0, -this.#bits & 7);
  }

  /** What was written, the last byte filled up with zeros. */
  bytes(): Uint8Array {
    return this.#buffer.slice(0, (this.#bits + 7) >>> 3);
  }

  #reserve(more: number): void {
    const needed = ((this.#bits + more) >>> 3) + 1;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(this.#buffer.length * 2, needed));
    grown.set(this.#buffer);
    this.#buffer = grown;
  }
}

/** How many bits `BitWriter.rice` takes for a number. */
export function riceBits(value: number, parameter: number): number {
  return Math.floor(value / 2 ** parameter) + 1 + parameter;
}

/** Reads what `BitWriter` wrote; never past the end. */
export class BitReader {
  #at: number;
  readonly #end: number;

  /** @param at the bit to start at */
  constructor(
    private readonly source: Uint8Array,
    at = 0,
  ) {
    this.#at = at;
    this.#end = source.length * 8;
  }

  /** @throws FileFormatError past the end */
  bits(width: number): number {
    if (width > MAX_WIDTH || this.#at + width > this.#end) throw damaged();
    if (width <= SEEN) {
      const value = this.#look() & ((1 << width) - 1);
      this.#at += width;
      return value;
    }
    const low = this.bits(16);
    return low + this.bits(width - 16) * 2 ** 16;
  }

  /** @throws FileFormatError past the end, or where it is no number that `BitWriter` writes */
  rice(parameter: number): number {
    let quotient = 0;
    for (;;) {
      const seen = this.#look();
      // The lowest bit that is not set, by its number.
      const ones = 31 - Math.clz32(~seen & (seen + 1));
      if (ones < SEEN && ones >= 0) {
        this.#at += ones + 1;
        quotient += ones;
        break;
      }
      this.#at += SEEN;
      quotient += SEEN;
      if (quotient > MAX_QUOTIENT || this.#at > this.#end) throw damaged();
    }
    if (quotient > MAX_QUOTIENT || this.#at + parameter > this.#end) throw damaged();
    return quotient * 2 ** parameter + this.bits(parameter);
  }

  /** @throws FileFormatError past the end, or where it is no number that `BitWriter` writes */
  gamma(): number {
    const seen = this.#look();
    const width = 31 - Math.clz32(seen & -seen);
    if (width < 0 || width >= SEEN) throw damaged();
    this.bits(width + 1);
    return 2 ** width + this.bits(width);
  }

  /** The next 32 bits, of which the first `SEEN` count; zeros past the end. */
  #look(): number {
    const { source } = this;
    const byte = this.#at >>> 3;
    const last = source.length - 1;
    const word =
      byte + 3 <= last
        ? (source[byte] ?? 0) |
          ((source[byte + 1] ?? 0) << 8) |
          ((source[byte + 2] ?? 0) << 16) |
          ((source[byte + 3] ?? 0) << 24)
        : (source[byte] ?? 0) | ((source[byte + 1] ?? 0) << 8) | ((source[byte + 2] ?? 0) << 16);
    return word >>> (this.#at & 7);
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: a table runs past its end.');
}
