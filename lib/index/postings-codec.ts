/**
 * The postings of a shard as bits. For each term: the number of its documents (Elias gamma); where it is more than one,
 * the parameter of their differences (4 bits); the first document (as many bits as the last one needs); for the others
 * the difference to the one before, less one (Golomb–Rice); after each document the rank of its strength and place
 * (Golomb–Rice).
 */
import { BitWriter, riceBits } from '../container/bits';
import { FileFormatError } from '../container/container';
import { CODES } from './strength';

const PARAMETER_BITS = 4;
const MOST_PARAMETER = 12;
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
  }
  return writer.bytes();
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

/** So many bits a look at four bytes surely shows, wherever in a byte it starts. */
const SEEN = 25;

/**
 * Reads postings. Millions of numbers pass here when an index is opened.
 *
 * @param terms number of terms
 * @param all number of postings
 * @param size number of documents
 * @throws FileFormatError
 */
export function readPostings(
  section: Uint8Array,
  terms: number,
  all: number,
  size: number,
  ranks: CodeRanks,
): ShardPostings {
  // Each takes two bits at least.
  if (all > section.length * 4 || terms > all || size > 0x10000) throw damaged();
  const starts = new Uint32Array(terms + 1);
  const documents = new Uint16Array(all);
  const codes = new Uint8Array(all);
  const codeOf = Uint8Array.from({ length: CODES }, (_, rank) => ranks.codes[rank] ?? 0);
  const known = ranks.codes.length;
  const width = widthOf(size);
  const rankParameter = ranks.parameter;
  // With zeros behind it no look goes beyond the end.
  const padded = new Uint8Array(section.length + 8);
  padded.set(section);
  const view = new DataView(padded.buffer);
  const limit = section.length * 8;
  let at = 0;
  let p = 0;
  for (let term = 0; term < terms; term++) {
    if (at >= limit) throw damaged();
    const bits = look(view, at);
    const zeros = 31 - Math.clz32(bits & -bits);
    if (zeros < 0 || zeros > 16) throw damaged();
    const count = (1 << zeros) | lowest(look(view, at + zeros + 1), zeros);
    at += 2 * zeros + 1;
    if (count > all - p) throw damaged();
    let parameter = 0;
    if (count > 1) {
      parameter = lowest(look(view, at), PARAMETER_BITS);
      at += PARAMETER_BITS;
      if (parameter > MOST_PARAMETER) throw damaged();
    }
    let document = lowest(look(view, at), width);
    at += width;
    for (const first = p, end = p + count; p < end; p++) {
      if (at >= limit) throw damaged();
      if (p > first) {
        const ones = unary(view, at, limit);
        document += (ones << parameter) + 1;
        at += ones + 1;
        document += lowest(look(view, at), parameter);
        at += parameter;
      }
      const ones = unary(view, at, limit);
      at += ones + 1;
      const rank = (ones << rankParameter) | lowest(look(view, at), rankParameter);
      at += rankParameter;
      if (document >= size || rank >= known) throw damaged();
      documents[p] = document;
      codes[p] = codeOf[rank] ?? 0;
    }
    starts[term + 1] = p;
  }
  if (p !== all || (at + 7) >>> 3 !== section.length) throw damaged();
  return { starts, documents, codes };
}

/** The bits from a place on; the first `SEEN` count. */
function look(view: DataView, at: number): number {
  return view.getInt32(at >>> 3, true) >> (at & 7);
}

function lowest(bits: number, width: number): number {
  return bits & ((1 << width) - 1);
}

/** How many ones stand before the next zero. */
function unary(view: DataView, at: number, limit: number): number {
  let all = 0;
  for (;;) {
    const bits = look(view, at + all);
    const ones = 31 - Math.clz32(~bits & (bits + 1));
    if (ones >= 0 && ones < SEEN) return all + ones;
    all += SEEN;
    if (at + all >= limit) throw damaged();
  }
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its postings.');
}
