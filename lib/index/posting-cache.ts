/**
 * The postings of a shard that are at hand unpacked. Those of the terms that every fiftieth article has are kept: every
 * query asks for some. Of the others the last ones stay for a while, as a ranking asks for those that the search
 * before it has asked for.
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

/** A list is kept that has this share of the articles. */
const KEPT_SHARE = 0.02;
/** So many lists are at hand, and of so many terms it is known where they begin: of two for one place, of the later. */
const LISTS = 256;
const STARTS = 1024;
const NO_TERM = -1;

/** Tables of a fixed size, each term at its place: quicker than a map, and never to be tidied. */
export class PostingCache {
  readonly #kept = new Map<number, PostingList>();
  /** Where kept lists stand, one behind the other; when it is full, a new one is begun. */
  #room = arraysFor(0);
  #roomEnd = 0;
  /** Where the others stand; when it is full, all are given up. */
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
    if (this.#listTerms[place] === term) return this.#lists[place];
    const kept = this.#kept.get(term);
    if (kept) this.#putAtHand(term, kept);
    return kept;
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
    const { documents, codes } = this.#recent;
    let list: PostingList = { from: this.#recentEnd, end, documents, codes };
    if (end - list.from >= this.size * KEPT_SHARE) {
      list = this.#copyIntoRoom(list);
      this.#kept.set(term, list);
    } else {
      this.#recentEnd = end;
    }
    this.#putAtHand(term, list);
    return list;
  }

  /** Whether a list stays as it is while others are asked for. */
  keeps({ documents }: PostingList): boolean {
    return documents !== this.#recent.documents;
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

  #putAtHand(term: number, list: PostingList): void {
    const place = term % LISTS;
    this.#lists[place] = list;
    this.#listTerms[place] = term;
  }

  #copyIntoRoom({ from, end, documents, codes }: PostingList): PostingList {
    const hasRoom = this.#roomEnd + end - from <= this.#room.codes.length;
    if (!hasRoom) this.#room = arraysFor(this.size * 2);
    const start = hasRoom ? this.#roomEnd : 0;
    this.#roomEnd = start + end - from;
    const room = this.#room;
    room.documents.set(documents.subarray(from, end), start);
    room.codes.set(codes.subarray(from, end), start);
    return { from: start, end: this.#roomEnd, documents: room.documents, codes: room.codes };
  }
}

function arraysFor(postings: number): PostingArrays {
  return { documents: new Uint16Array(postings), codes: new Uint8Array(postings) };
}
