/**
 * The postings of a shard as bits (`posting-lists.ts` reads them). First the lengths of blocks of eight terms, in bits. For each
 * term: the number of its documents (Elias gamma); where it is more than one,
 * the parameter of their differences (4 bits); the first document (as many bits as the last one needs); for the others
 * the difference to the one before, less one (Golomb–Rice); after each document the rank of its strength and place
 * (Golomb–Rice).
 */
import { BitWriter, riceBits } from '../container/bits';
import { ByteWriter } from '../container/varint';
import { CODES } from './strength';

/** Terms of a block: to reach one, those before it in its block are read too. */
export const POSTING_BLOCK = 8;
export const PARAMETER_BITS = 4;
export const MOST_PARAMETER = 12;
const MOST_RANK_PARAMETER = 7;

/** A shard's postings, term by term: those of term t are `starts[t]` to `starts[t + 1]`, by rising document. */
export interface ShardPostings {
  readonly starts: Uint32Array;
  /** Numbers within the shard. */
  readonly documents: Uint16Array;
  /** Strength and place (`strength.ts`). */
  readonly codes: Uint8Array;
}

/** How the codes are written: the more usual a code, the shorter. */
export interface CodeRanks {
  /** Codes, the most usual first. */
  readonly codes: readonly number[];
  /** Parameter of the ranks. */
  readonly parameter: number;
}

/** Ranks codes by how often each comes. */
export function rankCodes(counts: Uint32Array): CodeRanks {
  const codes = Array.from(counts.keys()).filter((code) => (counts[code] ?? 0) > 0);
  codes.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const cost = (parameter: number): number =>
    codes.reduce((sum, code, rank) => sum + (counts[code] ?? 0) * riceBits(rank, parameter), 0);
  const parameters = Array.from({ length: MOST_RANK_PARAMETER + 1 }, (_, parameter) => parameter);
  const costs = parameters.map(cost);
  return { codes, parameter: costs.indexOf(Math.min(...costs)) };
}

/** How many bits a number below `count` takes. */
export function widthOf(count: number): number {
  return count > 1 ? 32 - Math.clz32(count - 1) : 0;
}

/** Writes postings of a shard of `size` documents. */
export function writePostings({ starts, documents, codes }: ShardPostings, size: number, ranks: CodeRanks): Uint8Array {
  const writer = new BitWriter();
  const rankOf = new Uint8Array(CODES);
  ranks.codes.forEach((code, rank) => {
    rankOf[code] = rank;
  });
  const width = widthOf(size);
  const section = new ByteWriter();
  let before = 0;
  for (let term = 0; term + 1 < starts.length; term++) {
    const start = starts[term] ?? 0;
    const end = starts[term + 1] ?? 0;
    writer.gamma(end - start);
    const parameter = bestParameter(documents, start, end);
    if (end - start > 1) writer.bits(parameter, PARAMETER_BITS);
    let last = 0;
    for (let p = start; p < end; p++) {
      const document = documents[p] ?? 0;
      if (p === start) writer.bits(document, width);
      else writer.rice(document - last - 1, parameter);
      writer.rice(rankOf[codes[p] ?? 0] ?? 0, ranks.parameter);
      last = document;
    }
    if (term % POSTING_BLOCK < POSTING_BLOCK - 1 && term + 2 < starts.length) continue;
    section.unsigned(writer.length - before);
    before = writer.length;
  }
  section.raw(writer.bytes());
  return section.bytes();
}

/** The parameter with which the differences take the least: it is near the logarithm of their mean. */
function bestParameter(documents: Uint16Array, start: number, end: number): number {
  if (end - start < 2) return 0;
  const mean = ((documents[end - 1] ?? 0) - (documents[start] ?? 0)) / (end - start - 1);
  const usual = 31 - Math.clz32(mean);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let parameter = Math.max(0, usual - 3); parameter <= Math.min(MOST_PARAMETER, usual + 1); parameter++) {
    let bits = (end - start - 1) * parameter;
    for (let p = start + 1; p < end; p++) {
      bits += ((documents[p] ?? 0) - (documents[p - 1] ?? 0) - 1) >>> parameter;
    }
    if (bits < least) {
      least = bits;
      best = parameter;
    }
  }
  return best;
}
