/**
 * The terms of a shard: their keys, sorted, in blocks of sixteen. Of a key stands what differs from the one before, the
 * first of a block whole. They stay like that in memory and are searched like that.
 */
import { FileFormatError } from '../container/container';
import { ByteWriter, decodeUtf8, encodeUtf8 } from '../container/varint';

const BLOCK = 16;
/** What is shared with the key before stands in four bits, the number of other bytes in the other four. */
const MOST = 15;
/** The letters that the keys of terms begin with. */
const KIND_LETTERS: ReadonlySet<number> = new Set(Array.from('npelc#d', (letter) => letter.charCodeAt(0)));
const COLON = ':'.charCodeAt(0);
const SURROGATE = /[\ud800-\udfff]/;
const HASH_START = 0x811c9dc5;

/** A key as it is looked up. */
export interface LookupKey {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** What statistics know it by. */
  readonly hash: number;
}

/** Prepares a key for looking it up in many dictionaries. */
export function lookupKey(key: string): LookupKey {
  const bytes = encodeUtf8(key);
  let hash = HASH_START;
  for (const byte of bytes) hash = hashStep(hash, byte);
  return { key, bytes, hash: mixed(hash) };
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

/** The order of keys: that of their bytes. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  // Only halves of a letter beyond the first 65,536 stand otherwise in UTF-16 than in bytes.
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const [ours, theirs] = [encodeUtf8(a), encodeUtf8(b)];
  const at = ours.findIndex((byte, i) => byte !== theirs[i]);
  return at < 0 ? -1 : (ours[at] ?? 0) - (theirs[at] ?? -1);
}

/** Writes keys, which rise (`compareKeys`). */
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

/** What a look at all keys tells, term by term. */
export interface KeyTable {
  readonly hashes: Uint32Array;
  /** The letter that each key begins with, which names its kind. */
  readonly kinds: Uint8Array;
}

export class Dictionary {
  readonly #bytes: Uint8Array;
  readonly #blocks: Uint32Array;
  /** Kind and first three letters of each block's first key, as a number: they mostly tell which block a key is in. */
  readonly #heads: Uint32Array;
  #scratch = new Uint8Array(64);

  /**
   * Opens the keys; they are looked through for where the blocks begin.
   * @param count of terms
   * @throws FileFormatError
   */
  constructor(
    section: Uint8Array,
    readonly count: number,
  ) {
    // A key takes a byte at least.
    if (count > section.length) throw damaged();
    // A copy: the file it stands in may be let go.
    const bytes = new Uint8Array(section);
    this.#bytes = bytes;
    this.#blocks = new Uint32Array(Math.ceil(count / BLOCK));
    this.#heads = new Uint32Array(this.#blocks.length);
    let at = 0;
    let length = 0;
    let longest = 0;
    for (let term = 0; term < count; term++) {
      if (term % BLOCK === 0) this.#blocks[term / BLOCK] = at;
      const head = bytes[at++] ?? 0;
      const shared = head >>> 4;
      let rest = head & MOST;
      if (rest === MOST) {
        const long = this.#longRest(at);
        rest = long.rest;
        at = long.at;
      }
      if (shared > length || (term % BLOCK === 0 && shared > 0) || at + rest > bytes.length) throw damaged();
      if (shared === 0 && !KIND_LETTERS.has(bytes[at] ?? 0)) throw damaged();
      length = shared + rest;
      if (shared < 2 && (length < 2 || bytes[at + 1 - shared] !== COLON)) throw damaged();
      if (term % BLOCK === 0) this.#heads[term / BLOCK] = headOf(bytes.subarray(at, at + rest));
      if (length > longest) longest = length;
      at += rest;
    }
    if (at !== bytes.length) throw damaged();
    if (longest > this.#scratch.length) this.#scratch = new Uint8Array(longest);
  }

  /** The number of the term with this key, or -1. */
  find({ bytes: key }: LookupKey): number {
    if (key[1] !== COLON) return -1;
    const wanted = headOf(key);
    const heads = this.#heads;
    let low = 0;
    let high = heads.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const head = heads[middle] ?? 0;
      if (head > wanted || (head === wanted && this.#isAfter(middle, key))) high = middle - 1;
      else low = middle;
    }
    return this.#findIn(low, key);
  }

  /** The key of a term. */
  key(term: number): string {
    const length = this.#load(term);
    return decodeUtf8(this.#scratch.subarray(0, length));
  }

  /** Looks at all keys. */
  table(): KeyTable {
    const bytes = this.#bytes;
    const table = { hashes: new Uint32Array(this.count), kinds: new Uint8Array(this.count) };
    // The hash of each beginning of the last key.
    const hashes = new Int32Array(this.#scratch.length + 1);
    hashes[0] = HASH_START;
    let at = 0;
    let kind = 0;
    for (let term = 0; term < this.count; term++) {
      const head = bytes[at++] ?? 0;
      let length = head >>> 4;
      let rest = head & MOST;
      if (rest === MOST) ({ rest, at } = this.#longRest(at));
      if (length === 0) kind = bytes[at] ?? 0;
      let hash = hashes[length] ?? 0;
      for (const end = at + rest; at < end; at++) {
        hash = hashStep(hash, bytes[at] ?? 0);
        hashes[++length] = hash;
      }
      table.hashes[term] = mixed(hash);
      table.kinds[term] = kind;
    }
    return table;
  }

  /** How many bytes of its own a key has that has many, and where they begin. */
  #longRest(from: number): { readonly rest: number; readonly at: number } {
    let rest = MOST;
    let at = from;
    for (let unit = 1; ; unit *= 0x80) {
      if (unit > 2 ** 21) throw damaged();
      const byte = this.#bytes[at++] ?? 0;
      rest += (byte & 0x7f) * unit;
      if (byte < 0x80) return { rest, at };
    }
  }

  /** Whether the first key of a block stands after another. */
  #isAfter(block: number, key: Uint8Array): boolean {
    const bytes = this.#bytes;
    let at = this.#blocks[block] ?? 0;
    let rest = (bytes[at++] ?? 0) & MOST;
    if (rest === MOST) ({ rest, at } = this.#longRest(at));
    for (let i = 0; i < rest && i < key.length; i++) {
      const difference = (bytes[at + i] ?? 0) - (key[i] ?? 0);
      if (difference !== 0) return difference > 0;
    }
    return rest > key.length;
  }

  /** Goes through a block. Of keys that share less with the one before than that does with ours, nothing is compared. */
  #findIn(block: number, key: Uint8Array): number {
    const bytes = this.#bytes;
    const end = Math.min(this.count, (block + 1) * BLOCK);
    let at = this.#blocks[block] ?? 0;
    let fitting = 0;
    for (let term = block * BLOCK; term < end; term++) {
      const head = bytes[at++] ?? 0;
      const shared = head >>> 4;
      let rest = head & MOST;
      if (rest === MOST) ({ rest, at } = this.#longRest(at));
      if (shared < fitting) {
        // The keys rise: this one and all that follow stand after ours, unless it shares more than could be written.
        if (shared < MOST) return -1;
        fitting = shared;
      }
      if (shared === fitting) {
        let i = 0;
        while (i < rest && fitting < key.length && bytes[at + i] === key[fitting]) {
          i++;
          fitting++;
        }
        if (i === rest && fitting === key.length) return term;
      }
      at += rest;
    }
    return -1;
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
      if (rest === MOST) ({ rest, at } = this.#longRest(at));
      length = head >>> 4;
      for (let i = 0; i < rest; i++) scratch[length++] = bytes[at++] ?? 0;
    }
    return length;
  }
}

/** The kind of a key, and its first three letters. The second byte is the same in all. */
function headOf(key: Uint8Array): number {
  return (((key[0] ?? 0) << 24) | ((key[2] ?? 0) << 16) | ((key[3] ?? 0) << 8) | (key[4] ?? 0)) >>> 0;
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its terms.');
}
