import type { PostingList } from './posting-cache';
import type { Shard } from './shard';

const NOT_YET = -1;

/**
 * The postings of a common term in all shards, unpacked, one behind the other. A search goes through the shards in one
 * order: what it reads next lies behind what it has read, and memory has it ready.
 *
 * It is the list of one shard at a time.
 */
export class CommonPostings implements PostingList {
  readonly documents: Uint16Array;
  readonly codes: Uint8Array;
  from = 0;
  end = 0;
  /** Where each shard's begin and end, as far as they were asked for. */
  readonly #froms: Int32Array;
  readonly #ends: Int32Array;
  #filled = 0;

  /**
   * @param room for so many postings
   * @param shards number of shards
   */
  constructor(
    readonly room: number,
    shards: number,
  ) {
    this.documents = new Uint16Array(room);
    this.codes = new Uint8Array(room);
    this.#froms = new Int32Array(shards).fill(NOT_YET);
    this.#ends = new Int32Array(shards);
  }

  /**
   * Turns to the postings in a shard.
   *
   * @param number of the shard in the index
   * @param term its number in the shard
   * @returns the postings, until those of another shard are asked for
   * @throws FileFormatError where they are damaged
   */
  in(shard: Shard, number: number, term: number): PostingList {
    if (this.#froms[number] === NOT_YET && !this.#take(shard.list(term), number)) return shard.ownList(term);
    this.from = this.#froms[number] ?? 0;
    this.end = this.#ends[number] ?? 0;
    return this;
  }

  /** Whether they fit: statistics that claim too few of them must not cost an answer. */
  #take({ documents, codes, from, end }: PostingList, number: number): boolean {
    const filled = this.#filled + end - from;
    if (filled > this.room) return false;
    this.documents.set(documents.subarray(from, end), this.#filled);
    this.codes.set(codes.subarray(from, end), this.#filled);
    this.#froms[number] = this.#filled;
    this.#ends[number] = filled;
    this.#filled = filled;
    return true;
  }
}
