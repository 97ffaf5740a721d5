/**
 * The postings of a shard as they are read: they stay packed in memory (`postings-codec.ts`), and a term's are unpacked when
 * they are asked for (`posting-cache.ts`).
 */
import { look, lowest, onesOf, SEEN, unary, viewOf, zerosOf } from '../container/bit-look';
import { FileFormatError } from '../container/container';
import { PostingCache, type PostingList } from './posting-cache';
import {
  type CodeRanks,
  MOST_PARAMETER,
  PARAMETER_BITS,
  POSTING_BLOCK,
  type ShardPostings,
  widthOf,
} from './postings-codec';
import { CODES } from './strength';

/** So many blocks are gone through to find where one begins. */
const STRIDE = 16;

export class PostingLists {
  readonly #view: DataView;
  /** How many bits each block has, … */
  readonly #lengths: Uint16Array | Uint32Array;
  /** … where every sixteenth begins, … */
  readonly #starts: Uint32Array;
  /** … and the last one ends. */
  readonly #end: number;
  readonly #codeOf: Uint8Array;
  readonly #known: number;
  readonly #rankParameter: number;
  readonly #width: number;
  #cache: PostingCache | null = null;
  #at = 0;

  /**
   * @param terms number of terms
   * @param all number of postings
   * @param size number of documents
   * @throws FileFormatError
   */
  constructor(
    section: Uint8Array,
    readonly terms: number,
    readonly all: number,
    readonly size: number,
    ranks: CodeRanks,
  ) {
    // Each takes two bits at least.
    if (all > section.length * 4 || terms > all || size > 0x10000) throw damaged();
    const lengths = new Uint32Array(Math.ceil(terms / POSTING_BLOCK));
    this.#starts = new Uint32Array(Math.ceil(lengths.length / STRIDE));
    let end = 0;
    let longest = 0;
    let at = 0;
    for (let block = 0; block < lengths.length; block++) {
      if (block % STRIDE === 0) this.#starts[block / STRIDE] = end;
      // As `ByteReader` reads them: they are a hundred thousand.
      let byte = section[at++] ?? 0;
      let length = byte & 0x7f;
      for (let shift = 7; byte >= 0x80 && shift < 28; shift += 7) {
        byte = section[at++] ?? 0;
        length += (byte & 0x7f) << shift;
      }
      lengths[block] = length;
      longest = Math.max(longest, length);
      end += length;
    }
    if (Math.ceil(end / 8) !== section.length - at) throw damaged();
    this.#lengths = longest > 0xffff ? lengths : new Uint16Array(lengths);
    this.#end = end;
    this.#view = viewOf(section.subarray(at));
    this.#codeOf = Uint8Array.from({ length: CODES }, (_, rank) => ranks.codes[rank] ?? 0);
    this.#known = ranks.codes.length;
    this.#rankParameter = ranks.parameter;
    this.#width = widthOf(size);
  }

  /**
   * The postings of a term. They may be overwritten by those that are asked for next.
   * @throws FileFormatError
   */
  list(term: number): PostingList {
    this.#cache ??= new PostingCache(this.size);
    return this.#cache.find(term) ?? this.#unpack(term, this.#cache);
  }

  /** The same, for longer. */
  ownList(term: number): PostingList {
    return copyOf(this.list(term));
  }

  #unpack(term: number, cache: PostingCache): PostingList {
    const { documents, codes, from } = cache.next();
    this.#at = cache.startOf(term);
    if (this.#at < 0) {
      this.#at = this.#startOf(Math.floor(term / POSTING_BLOCK));
      // What is read on the way is overwritten.
      for (let left = term % POSTING_BLOCK; left > 0; left--) this.#read(documents, codes, from);
      cache.rememberStart(term, this.#at);
    }
    return cache.add(term, this.#read(documents, codes, from));
  }

  /** The bit at which a block begins. */
  #startOf(block: number): number {
    let start = this.#starts[Math.floor(block / STRIDE)] ?? 0;
    for (let before = block - (block % STRIDE); before < block; before++) start += this.#lengths[before] ?? 0;
    return start;
  }

  /**
   * All postings, term by term.
   * @throws FileFormatError
   */
  readAll(): ShardPostings {
    const starts = new Uint32Array(this.terms + 1);
    const documents = new Uint16Array(this.all);
    const codes = new Uint8Array(this.all);
    this.#at = 0;
    for (let term = 0; term < this.terms; term++) {
      if (term % POSTING_BLOCK === 0 && this.#at !== this.#startOf(term / POSTING_BLOCK)) throw damaged();
      starts[term + 1] = this.#read(documents, codes, starts[term] ?? 0);
    }
    if (starts[this.terms] !== this.all || this.#at !== this.#end) throw damaged();
    return { starts, documents, codes };
  }

  /** Unpacks the term that stands next, from a place of the arrays on, and gives the place behind it. */
  #read(documents: Uint16Array, codes: Uint8Array, from: number): number {
    const view = this.#view;
    const limit = this.#end;
    const rankParameter = this.#rankParameter;
    const codeOf = this.#codeOf;
    const known = this.#known;
    const size = this.size;
    let at = this.#at;
    if (at >= limit) throw damaged();
    const bits = look(view, at);
    const zeros = zerosOf(bits);
    if (zeros < 0 || zeros > 16) throw damaged();
    const count = (1 << zeros) | lowest(look(view, at + zeros + 1), zeros);
    at += 2 * zeros + 1;
    if (count > documents.length - from) throw damaged();
    let parameter = 0;
    if (count > 1) {
      parameter = lowest(look(view, at), PARAMETER_BITS);
      at += PARAMETER_BITS;
      if (parameter > MOST_PARAMETER) throw damaged();
    }
    let document = lowest(look(view, at), this.#width);
    at += this.#width;
    const end = from + count;
    for (let p = from; p < end; p++) {
      if (at >= limit) throw damaged();
      if (p > from) {
        const bits = look(view, at);
        let ones = onesOf(bits);
        if (ones + parameter < SEEN) {
          document += (ones << parameter) + 1 + lowest(bits >> (ones + 1), parameter);
        } else {
          ones = unary(view, at, limit);
          document += (ones << parameter) + 1 + lowest(look(view, at + ones + 1), parameter);
        }
        at += ones + 1 + parameter;
      }
      const bits = look(view, at);
      let ones = onesOf(bits);
      let rank = (ones << rankParameter) | lowest(bits >> (ones + 1), rankParameter);
      if (ones + rankParameter >= SEEN) {
        ones = unary(view, at, limit);
        rank = (ones << rankParameter) | lowest(look(view, at + ones + 1), rankParameter);
      }
      at += ones + 1 + rankParameter;
      if (document >= size || rank >= known) throw damaged();
      documents[p] = document;
      codes[p] = codeOf[rank] ?? 0;
    }
    this.#at = at;
    return end;
  }
}

function copyOf({ from, end, documents, codes }: PostingList): PostingList {
  return { from: 0, end: end - from, documents: documents.slice(from, end), codes: codes.slice(from, end) };
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its postings.');
}
