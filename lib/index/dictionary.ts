/**
 * The terms of a shard: their keys, sorted, in blocks of sixteen. Of a key stands what differs from the one before, the
 * first of a block whole. They stay like that in memory; a table of hashes leads to them, and a key that is found by its
 * hash is compared letter by letter: no other term is ever taken for it.
 */
import { FileFormatError } from '../container/container';
import { ByteWriter, decodeUtf8, encodeUtf8 } from '../container/varint';

const BLOCK = 16;
/** What is shared with the key before stands in four bits, the number of other bytes in the other four. */
const MOST = 15;
/** Of a table this share of the slots is taken. */
const FULL = 0.75;
const HASH_START = 0x811c9dc5;

/** A key as it is looked up. */
export interface LookupKey {
  readonly bytes: Uint8Array;
  readonly hash: number;
}

/** Prepares a key for looking it up in many dictionaries. */
export function lookupKey(key: string): LookupKey {
  const bytes = encodeUtf8(key);
  let hash = HASH_START;
  for (const byte of bytes) hash = hashStep(hash, byte);
  return { bytes, hash: mixed(hash) };
}

/** FNV-1a, byte by byte: the hash of any beginning falls out on the way. */
function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Spreads the differences of short keys over all bits. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}

/** Writes sorted keys. */
export function writeKeys(keys: readonly string[]): Uint8Array {
  const section = new ByteWriter();
  let last: Uint8Array = new Uint8Array(0);
  keys.forEach((key, i) => {
    const bytes = encodeUtf8(key);
    let shared = 0;
    if (i % BLOCK !== 0) while (shared < MOST && shared < last.length && bytes[shared] === last[shared]) shared++;
    const rest = bytes.subarray(shared);
    section.byte((shared << 4) | Math.min(MOST, rest.length));
    if (rest.length >= MOST) section.unsigned(rest.length - MOST);
    section.raw(rest);
    last = bytes;
  });
  return section.bytes();
}

export class Dictionary {
  readonly #bytes: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #tagMask: number;
  readonly #termMask: number;
  #scratch = new Uint8Array(256);

  /**
   * Reads the keys.
   * @param count of terms
   * @param onKey is told each term's hash and the letter that names its kind
   * @throws FileFormatError
   */
  constructor(
    section: Uint8Array,
    readonly count: number,
    onKey: (term: number, hash: number, kind: number) => void = () => {},
  ) {
    // A key takes a byte at least.
    if (count > section.length) throw damaged();
    // A copy: the file it stands in may be let go.
    this.#bytes = new Uint8Array(section);
    this.#blocks = new Uint32Array(Math.ceil(count / BLOCK));
    this.#slots = new Uint32Array(Math.ceil(count / FULL) + 1);
    const termBits = 32 - Math.clz32(count);
    this.#termMask = 2 ** termBits - 1;
    this.#tagMask = ~this.#termMask;
    this.#read(onKey);
  }

  /** The number of the term with this key, or -1. */
  find({ bytes, hash }: LookupKey): number {
    const slots = this.#slots;
    const tag = this.#tagOf(hash);
    let at = this.#slotOf(hash);
    for (;;) {
      const slot = slots[at] ?? 0;
      if (slot === 0) return -1;
      if ((slot & this.#tagMask) === tag) {
        const term = (slot & this.#termMask) - 1;
        if (this.#isKey(term, bytes)) return term;
      }
      at = at + 1 === slots.length ? 0 : at + 1;
    }
  }

  /** The key of a term. */
  key(term: number): string {
    const length = this.#load(term);
    return decodeUtf8(this.#scratch.subarray(0, length));
  }

  /** The hashes of all terms. */
  hashes(): Uint32Array {
    return Uint32Array.from({ length: this.count }, (_, term) => this.#hash(this.#load(term)));
  }

  #hash(length: number): number {
    let hash = HASH_START;
    for (let i = 0; i < length; i++) hash = hashStep(hash, this.#scratch[i] ?? 0);
    return mixed(hash);
  }

  #tagOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) & this.#tagMask;
  }

  #slotOf(hash: number): number {
    return Math.floor((hash / 2 ** 32) * this.#slots.length);
  }

  #read(onKey: (term: number, hash: number, kind: number) => void): void {
    const bytes = this.#bytes;
    const slots = this.#slots;
    // The hash of each beginning of the last key.
    let hashes = new Int32Array(256);
    hashes[0] = HASH_START;
    let at = 0;
    let length = 0;
    let kind = 0;
    for (let term = 0; term < this.count; term++) {
      if (term % BLOCK === 0) this.#blocks[term / BLOCK] = at;
      const head = bytes[at++] ?? 0;
      const shared = head >>> 4;
      let rest = head & MOST;
      if (rest === MOST) {
        let unit = 1;
        for (;;) {
          const byte = bytes[at++] ?? 0;
          rest += (byte & 0x7f) * unit;
          if (byte < 0x80) break;
          unit *= 0x80;
          if (unit > 2 ** 21) throw damaged();
        }
      }
      if (shared > length || (term % BLOCK === 0 && shared > 0) || at + rest > bytes.length) throw damaged();
      if (shared + rest >= hashes.length) {
        const grown = new Int32Array((shared + rest) * 2);
        grown.set(hashes);
        hashes = grown;
        this.#scratch = new Uint8Array(grown.length);
      }
      if (shared === 0) kind = bytes[at] ?? 0;
      let hash = hashes[shared] ?? 0;
      length = shared;
      for (let i = 0; i < rest; i++) {
        hash = hashStep(hash, bytes[at++] ?? 0);
        hashes[++length] = hash;
      }
      const whole = mixed(hash);
      const entry = (this.#tagOf(whole) | (term + 1)) >>> 0;
      let slot = this.#slotOf(whole);
      while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
      slots[slot] = entry;
      onKey(term, whole, kind);
    }
    if (at !== bytes.length) throw damaged();
  }

  /** Puts a key into the scratch and gives its length. */
  #load(term: number): number {
    const bytes = this.#bytes;
    const scratch = this.#scratch;
    let at = this.#blocks[Math.floor(term / BLOCK)] ?? 0;
    let length = 0;
    for (let left = term % BLOCK; left >= 0; left--) {
      const head = bytes[at++] ?? 0;
      let rest = head & MOST;
      if (rest === MOST) {
        let unit = 1;
        for (;;) {
          const byte = bytes[at++] ?? 0;
          rest += (byte & 0x7f) * unit;
          if (byte < 0x80) break;
          unit *= 0x80;
        }
      }
      length = head >>> 4;
      for (let i = 0; i < rest; i++) scratch[length++] = bytes[at++] ?? 0;
    }
    return length;
  }

  #isKey(term: number, key: Uint8Array): boolean {
    if (this.#load(term) !== key.length) return false;
    for (let i = 0; i < key.length; i++) if (this.#scratch[i] !== key[i]) return false;
    return true;
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its terms.');
}
