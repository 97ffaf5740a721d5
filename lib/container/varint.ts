/** Byte-wise writing and reading of numbers (LEB128) and text (UTF-8 after its length). */
import { FileFormatError } from './container';

/** Many writers hold a word or two. */
const INITIAL = 64;
/**
 * Texts up to this length are encoded here: a call of the encoder, and the array that it makes, cost more. In UTF-8 they
 * are shorter than 128 bytes, so that their length takes one.
 */
const SHORT_TEXT = 42;

/** Grows as it is written. */
export class ByteWriter {
  #buffer = new Uint8Array(INITIAL);
  #length = 0;

  /** Number of bytes written. */
  get length(): number {
    return this.#length;
  }

  /** An unsigned integer below 2^53, seven bits a byte, low bits first. */
  unsigned(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not an unsigned integer: ${value}`);
    let rest = value;
    while (rest >= 0x80) {
      this.#push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#push(rest);
  }

  /** A number from 0 to 255. */
  byte(value: number): void {
    this.#push(value);
  }

  /** An integer whose size is below 2^52: small ones of either sign take a byte. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** UTF-8 after its length in bytes. */
  text(value: string): void {
    if (value.length <= SHORT_TEXT && this.#shortText(value)) return;
    const bytes = encodeUtf8(value);
    this.unsigned(bytes.length);
    this.raw(bytes);
  }

  /** Writes a short text; false, and nothing, where it has characters in two code units, which are left to the encoder. */
  #shortText(value: string): boolean {
    this.#reserve(1 + value.length * 3);
    const buffer = this.#buffer;
    let at = this.#length + 1;
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit < 0x80) buffer[at++] = unit;
      else {
        if (unit < 0x800) buffer[at++] = 0xc0 | (unit >>> 6);
        else {
          if (unit >= 0xd800 && unit < 0xe000) return false;
          buffer[at++] = 0xe0 | (unit >>> 12);
          buffer[at++] = 0x80 | ((unit >>> 6) & 0x3f);
        }
        buffer[at++] = 0x80 | (unit & 0x3f);
      }
    }
    buffer[this.#length] = at - this.#length - 1;
    this.#length = at;
    return true;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Forgets what was written, and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  /** What was written, as a view that is good until something else is. */
  get view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** A copy of what was written. */
  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #push(byte: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = byte;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(this.#buffer.length * 2, this.#length + more));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}

/** Reads what `ByteWriter` wrote; never past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws FileFormatError past the end, or where the number is above 2^53 */
  unsigned(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || unit > Number.MAX_SAFE_INTEGER) {
        throw new FileFormatError('This file is damaged: a number runs past its end.');
      }
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) throw new FileFormatError('This file is damaged: an impossible number.');
        return value;
      }
      unit *= 0x80;
    }
  }

  /** @throws FileFormatError past the end */
  unsignedByte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new FileFormatError('This file is damaged: a number runs past its end.');
    return byte;
  }

  /** @throws FileFormatError as `unsigned` */
  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** @throws FileFormatError past the end */
  skip(bytes: number): void {
    if (bytes > this.remaining) throw new FileFormatError('This file is damaged: a text runs past its end.');
    this.#at += bytes;
  }

  text(): string {
    return decodeUtf8(this.raw(this.unsigned()));
  }

  /**
   * So many bytes, as a view.
   * @throws FileFormatError past the end
   */
  raw(length: number): Uint8Array {
    const from = this.#at;
    this.skip(length);
    return this.#bytes.subarray(from, this.#at);
  }
}

// Every place this runs has the Encoding Standard's classes, but the core is compiled without the DOM's types.
interface Encoding {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}
const { TextEncoder, TextDecoder } = globalThis as unknown as Encoding;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text as UTF-8. */
export function encodeUtf8(value: string): Uint8Array {
  return encoder.encode(value);
}

/** A text of UTF-8; what is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
