/** An open index of articles: shards, and the statistics of the whole that they are part of. */
import { hashString } from '../fingerprint/hash';
import type { Fingerprint, Term, TermKind } from '../fingerprint/types';
import type { IndexFacts } from '../match/types';
import { comparableAddress } from './address';
import { CommonPostings } from './common-postings';
import { type LookupKey, lookupKey } from './dictionary';
import { addressHash } from './encode-shard';
import { loaded, type WaitingSteps } from './late';
import type { PostingList } from './posting-cache';
import { rarityOf } from './rarity';
import type { WeighedTerm } from './search';
import type { Shard } from './shard';
import type { ShardMeasures } from './shard-measures';
import { hubnessAt, type Statistics } from './statistics';
import type { IndexDocument } from './types';

/** A shard as a part of an index. */
export interface IndexShard {
  readonly shard: Shard;
  /** Its number in the index. */
  readonly number: number;
  /** Number of its first article in the index. */
  readonly base: number;
  readonly measures: ShardMeasures;
  /** In steps (`statistics.ts`). */
  readonly hubness: Uint16Array;
  readonly ranges: readonly ShardRange[];
}

/** Articles of one language in a shard. */
export interface ShardRange {
  /** Number of the language in `ArticleIndex.languages`. */
  readonly language: number;
  readonly from: number;
  readonly to: number;
  /** The least hubness among them. */
  readonly leastHubness: number;
  /** The mean length of their weights. */
  readonly usualNorm: number;
  /** Length of the shortest. */
  readonly leastNorm: number;
}

/** A fingerprint weighed by an index, with where its terms are. */
export interface ArticleQuery {
  readonly terms: readonly WeighedTerm[];
  /** Euclidean length of the weights. */
  readonly norm: number;
  /** Where each term is. */
  readonly found: readonly TermPlaces[];
}

/** Where a term is in an index. */
export interface TermPlaces {
  /** Its number in each shard, or -1. */
  readonly numbers: Int32Array;
  /** Its postings, where it is common; null for other terms. */
  readonly common: CommonPostings | null;
}

/**
 * The postings of a term in a shard that has it. They may be overwritten by those that are asked for next.
 * @throws FileFormatError where they are damaged
 */
export function postingsIn({ shard, number }: IndexShard, { numbers, common }: TermPlaces): PostingList {
  const term = numbers[number] ?? 0;
  return common === null ? shard.list(term) : common.in(shard, number, term);
}

/** The same, until postings in another shard are asked for. */
export function ownPostingsIn({ shard, number }: IndexShard, { numbers, common }: TermPlaces): PostingList {
  const term = numbers[number] ?? 0;
  return common === null ? shard.ownList(term) : common.in(shard, number, term);
}

/** Terms are common that this share of the articles has; as an article has some sixty, they are thirty thousand at most. */
const COMMON_SHARE = 0.002;

export class ArticleIndex {
  readonly size: number;
  /** Of the common terms that were asked for, where they are: most queries ask for some. */
  readonly #common = new Map<string, TermPlaces>();
  /** Room for their postings: for no more than there are, whatever statistics say. */
  #roomLeft: number;

  /** @param languages all languages of the articles, sorted */
  constructor(
    readonly shards: readonly IndexShard[],
    readonly languages: readonly string[],
    readonly facts: IndexFacts,
    private readonly statistics: Statistics,
  ) {
    const last = shards.at(-1);
    this.size = last ? last.base + last.shard.size : 0;
    this.#roomLeft = shards.reduce((sum, { shard }) => sum + shard.info.postings, 0);
  }

  /** The shard of an article, and its number there. */
  at(number: number): { readonly part: IndexShard; readonly local: number } {
    let [low, high] = [0, this.shards.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.shards[middle]?.base ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const part = this.shards[low];
    if (!part || !(number >= 0 && number < this.size)) throw new RangeError(`The index has no article ${number}.`);
    return { part, local: number - part.base };
  }

  document(number: number): IndexDocument {
    const { part, local } = this.at(number);
    return part.shard.document(local);
  }

  /** A hash of what an article says: it orders articles that nothing else parts. */
  contentHash(number: number): number {
    const { part, local } = this.at(number);
    return part.shard.hashes[local] ?? 0;
  }

  /** The date of an article; quicker than its document. */
  date(number: number): string | null {
    const { part, local } = this.at(number);
    return part.shard.date(local);
  }

  /** An article's terms with their words, by key. */
  terms(number: number): readonly Term[] {
    const { part, local } = this.at(number);
    return part.shard.terms(local);
  }

  hubness(number: number): number {
    const { part, local } = this.at(number);
    return hubnessAt(part.hubness[local] ?? 0);
  }

  /** Euclidean length of an article's weights. */
  norm(number: number): number {
    const { part, local } = this.at(number);
    return part.measures.norms[local] ?? 0;
  }

  /** Rarity of a term: natural logarithm, positive; defined for unknown terms as well. */
  rarity(key: string, kind: TermKind): number {
    const wanted = lookupKey(key);
    const count = this.statistics.counts.count(wanted.hash);
    // Terms of one article are left out of the counts.
    const known = count > 0 ? count : this.shards.some(({ shard }) => shard.dictionary.find(wanted) >= 0) ? 1 : 0;
    return rarityOf(kind, known, this.statistics.documents);
  }

  /** The number of the article with this id, or -1. */
  find(id: string): number {
    const hash = hashString(id);
    for (const { shard, base } of this.shards) {
      const { ids } = shard.evidence.value;
      for (let local = ids.indexOf(hash); local >= 0; local = ids.indexOf(hash, local + 1)) {
        if (shard.document(local).id === id) return base + local;
      }
    }
    return -1;
  }

  /** The numbers of the articles at an address. */
  *findAddressSteps(url: string): WaitingSteps<number[]> {
    const address = comparableAddress(url);
    const hash = addressHash(url);
    const numbers: number[] = [];
    for (const { shard, base } of this.shards) {
      const { addresses } = shard;
      for (let local = addresses.indexOf(hash); local >= 0; local = addresses.indexOf(hash, local + 1)) {
        yield* loaded(shard.evidence);
        const own = shard.document(local).url;
        if (own !== null && comparableAddress(own) === address) numbers.push(base + local);
      }
    }
    return numbers;
  }

  /** Sees to it that an article's document, terms and date can be asked for, and its measures. */
  *load(number: number): WaitingSteps<void> {
    const { part } = this.at(number);
    yield* loaded(part.shard.evidence, part.measures.columns);
  }

  /** Weighs a fingerprint as the index weighs its articles, strength times rarity, and finds its terms. */
  weigh(fingerprint: Fingerprint): ArticleQuery {
    let square = 0;
    const found: TermPlaces[] = [];
    const terms = fingerprint.terms.map((term): WeighedTerm => {
      const wanted = lookupKey(term.key);
      const count = this.statistics.counts.count(wanted.hash);
      const places = this.#findInAll(wanted, count);
      found.push(places);
      const known = count > 0 ? count : places.numbers.some((number) => number >= 0) ? 1 : 0;
      const rarity = rarityOf(term.kind, known, this.statistics.documents);
      const weight = term.strength * rarity;
      square += weight * weight;
      return { term, rarity, weight };
    });
    return { terms, norm: Math.sqrt(square), found };
  }

  /** Where a term is that so many articles have. */
  #findInAll(wanted: LookupKey, count: number): TermPlaces {
    const remembered = this.#common.get(wanted.key);
    if (remembered) return remembered;
    const numbers = new Int32Array(this.shards.length);
    for (const { shard, number } of this.shards) numbers[number] = shard.dictionary.find(wanted);
    const room = Math.min(count, this.size);
    if (count <= this.statistics.documents * COMMON_SHARE || room > this.#roomLeft) return { numbers, common: null };
    this.#roomLeft -= room;
    const places = { numbers, common: new CommonPostings(room, numbers.length) };
    this.#common.set(wanted.key, places);
    return places;
  }
}
