/**
 * The postings of a shard that are at hand unpacked: the last ones stay for a while, as a ranking asks for those that the
 * search before it has asked for. Those of common terms stay elsewhere (`common-postings.ts`).
 */

export interface PostingArrays {
  /** Numbers within the shard. */
  readonly documents: Uint16Array;
  /** Strength and place (`strength.ts`). */
  readonly codes: Uint8Array;
}

/** The postings of one term, by rising document: a stretch of two arrays. */
export interface PostingList extends PostingArrays {
  readonly from: number;
  readonly end: number;
}

/** So many lists are at hand, and of so many terms it is known where they begin: of two for one place, of the later. */
const LISTS = 256;
const STARTS = 1024;
const NO_TERM = -1;

/** Tables of a fixed size, each term at its place: quicker than a map, and never to be tidied. */
export class PostingCache {
  /** Where they stand; when it is full, all are given up. */
  readonly #recent: PostingArrays;
  #recentEnd = 0;
  readonly #lists = new Array<PostingList | undefined>(LISTS).fill(undefined);
  readonly #listTerms = new Int32Array(LISTS).fill(NO_TERM);
  readonly #starts = new Uint32Array(STARTS);
  readonly #startTerms = new Int32Array(STARTS).fill(NO_TERM);

  /** @param size number of documents */
  constructor(private readonly size: number) {
    this.#recent = arraysFor(size * 2);
  }

  /** The postings of a term; undefined where they have to be unpacked. */
  find(term: number): PostingList | undefined {
    const place = term % LISTS;
    return this.#listTerms[place] === term ? this.#lists[place] : undefined;
  }

  /** Where to unpack the next list: from a place on there is room for as many postings as there are documents. */
  next(): PostingArrays & { readonly from: number } {
    if (this.#recentEnd > this.size) {
      this.#listTerms.fill(NO_TERM);
      this.#recentEnd = 0;
    }
    const { documents, codes } = this.#recent;
    return { documents, codes, from: this.#recentEnd };
  }

  /** Takes in a list that was unpacked there, up to a place. */
  add(term: number, end: number): PostingList {
    const list: PostingList = { from: this.#recentEnd, end, ...this.#recent };
    this.#recentEnd = end;
    const place = term % LISTS;
    this.#lists[place] = list;
    this.#listTerms[place] = term;
    return list;
  }

  /** The bit at which a term begins, where it is remembered; else -1. */
  startOf(term: number): number {
    const place = term % STARTS;
    return this.#startTerms[place] === term ? (this.#starts[place] ?? 0) : -1;
  }

  rememberStart(term: number, bit: number): void {
    const place = term % STARTS;
    this.#startTerms[place] = term;
    this.#starts[place] = bit;
  }
}

function arraysFor(postings: number): PostingArrays {
  return { documents: new Uint16Array(postings), codes: new Uint8Array(postings) };
}
