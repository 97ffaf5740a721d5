/**
 * Words of one script in a byte a letter. ASCII stands for itself; a byte from 0x80 on is a letter of the window, the 128
 * code units that the word's language uses most; anything else is an escape and two bytes.
 */
import { FileFormatError } from '../container/container';

const ESCAPE = 1;
const WINDOW = 0x80;
/** Bytes of a letter that is escaped. */
const LONGEST = 3;

/** The beginning of the window for some words: where most letters beyond ASCII lie. */
export function windowOf(words: Iterable<string>): number {
  const counts = new Map<number, number>();
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const start = word.charCodeAt(i) & ~(WINDOW - 1);
      if (start > 0) counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  let [best, most] = [WINDOW, 0];
  for (const [start, count] of counts) {
    if (count > most || (count === most && start < best)) [best, most] = [start, count];
  }
  return best;
}

/** The bytes of a word. */
export function encodeWord(word: string, window: number): Uint8Array {
  const bytes = new Uint8Array(word.length * LONGEST);
  let length = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < WINDOW && unit > ESCAPE) bytes[length++] = unit;
    else if (unit >= window && unit < window + WINDOW) bytes[length++] = WINDOW | (unit - window);
    else {
      bytes[length++] = ESCAPE;
      bytes[length++] = unit >>> 8;
      bytes[length++] = unit & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/**
 * The word of some bytes.
 * @throws FileFormatError where an escape is cut short
 */
export function decodeWord(bytes: Uint8Array, length: number, window: number): string {
  let word = '';
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === ESCAPE) {
      if (i + 2 >= length) throw new FileFormatError('This file is damaged: its words.');
      word += String.fromCharCode(((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0));
      i += 2;
    } else word += String.fromCharCode(byte < WINDOW ? byte : window + byte - WINDOW);
  }
  return word;
}
