/** Bit-wise writing and reading: for tables in which a byte a number would be a waste. */
import { FileFormatError } from './container';

const MAX_WIDTH = 32;
/** A quotient beyond this is not written by `BitWriter`: the file is damaged. */
const MAX_QUOTIENT = 4096;

/** Grows as it is written; bits fill each byte from the low end. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #current = 0;
  #filled = 0;

  /** The low `width` bits of a number, 0 to 32 of them. */
  bits(value: number, width: number): void {
    for (let i = 0; i < width; i++) this.#bit(Math.floor(value / 2 ** i) % 2);
  }

  /** Golomb–Rice: the quotient by 2^parameter in unary, then the rest. Short where numbers are about 2^parameter. */
  rice(value: number, parameter: number): void {
    const quotient = Math.floor(value / 2 ** parameter);
    if (quotient > MAX_QUOTIENT) throw new RangeError(`Too far from 2^${parameter}: ${value}`);
    for (let i = 0; i < quotient; i++) this.#bit(1);
    this.#bit(0);
    this.bits(value, parameter);
  }

  /** What was written, the last byte filled up with zeros. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#filled > 0 ? [...this.#bytes, this.#current] : this.#bytes);
  }

  #bit(bit: number): void {
    this.#current |= bit << this.#filled;
    this.#filled++;
    if (this.#filled < 8) return;
    this.#bytes.push(this.#current);
    this.#current = 0;
    this.#filled = 0;
  }
}

/** Reads what `BitWriter` wrote; never past the end. */
export class BitReader {
  #at = 0;

  constructor(private readonly source: Uint8Array) {}

  /** @throws FileFormatError past the end */
  bits(width: number): number {
    if (width > MAX_WIDTH || this.#at + width > this.source.length * 8) throw damaged();
    let value = 0;
    let got = 0;
    while (got < width) {
      const offset = this.#at & 7;
      const take = Math.min(8 - offset, width - got);
      const part = ((this.source[this.#at >>> 3] ?? 0) >>> offset) & ((1 << take) - 1);
      value += part * 2 ** got;
      got += take;
      this.#at += take;
    }
    return value;
  }

  /** @throws FileFormatError past the end, or where it is no number that `BitWriter` writes */
  rice(parameter: number): number {
    let quotient = 0;
    while (this.bits(1) === 1) if (++quotient > MAX_QUOTIENT) throw damaged();
    return quotient * 2 ** parameter + this.bits(parameter);
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: a table runs past its end.');
}
