/** The measures of all articles of a shard, in one pass over its postings, in columns: 31 bytes an article, and its length. */
import { FileFormatError } from '../container/container';
import { kindOfKey } from '../fingerprint/term-kind';
import type { TermKind } from '../fingerprint/types';
import { isDay, KIND_BITS, KIND_OF, type SideMeasure } from './measures';
import { rarityOf } from './rarity';
import type { Shard } from './shard';
import { type ShardTable, tableOf } from './shard-table';
import { PLACE_OF, STRENGTH_OF } from './strength';
import type { TermCounts } from './term-counts';

/** Letters are ASCII, and terms of so few articles the usual ones. */
const LETTERS = 128;
const SMALL_COUNT = 64;

/** The kind of each letter that a key begins with. */
const KIND_OF_LETTER = Array.from({ length: LETTERS }, (_, letter) => kindOfKey(`${String.fromCharCode(letter)}:`));
const DATE_LETTER = 'd'.charCodeAt(0);
const TITLE = 2;
const SQUARES = Float64Array.from(STRENGTH_OF, (strength) => strength * strength);

/** The columns of numbers, in their order. */
const COLUMN = {
  names: 0,
  concepts: 1,
  numbers: 2,
  dates: 3,
  titleWeight: 4,
  headSquare: 5,
  headConceptSquare: 6,
} as const;
const COLUMNS = Object.keys(COLUMN).length;
const BYTES = COLUMNS * 4 + 3;

/** The kind of a shard's term. */
function kindOf({ kinds }: ShardTable, term: number): TermKind {
  return KIND_OF_LETTER[kinds[term] ?? 0] ?? 'name';
}

/** The rarity of each of a shard's terms. */
export function raritiesOf(shard: Shard, counts: TermCounts, documents: number): Float64Array {
  const table = tableOf(shard);
  const { hashes, kinds } = table;
  const rarities = new Float64Array(hashes.length);
  // A logarithm for each kind and small count: most terms are in few articles.
  const known = new Float64Array(SMALL_COUNT * LETTERS);
  for (let term = 0; term < hashes.length; term++) {
    // A term that statistics leave out is in one article: this.
    const count = Math.max(1, counts.count(hashes[term] ?? 0));
    const at = count * LETTERS + (kinds[term] ?? 0);
    const before = known[at];
    const rarity = before ? before : rarityOf(kindOf(table, term), count, documents);
    if (before === 0) known[at] = rarity;
    rarities[term] = rarity;
  }
  return rarities;
}

export class ShardMeasures {
  /** Euclidean length of each article's weights. */
  readonly norms: Float32Array;

  /**
   * @param columns one after the other (`COLUMN`)
   * @param headKinds and terms of each article
   */
  private constructor(
    readonly size: number,
    private readonly columns: Float32Array,
    private readonly headKinds: Uint8Array,
    private readonly terms: Uint16Array,
  ) {
    this.norms = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      let square = 0;
      for (let kind: number = COLUMN.names; kind <= COLUMN.dates; kind++) square += columns[kind * size + i] ?? 0;
      this.norms[i] = Math.sqrt(square);
    }
  }

  /**
   * Measures the articles of a shard.
   * @param rarities of its terms
   */
  static of(shard: Shard, rarities: Float64Array): ShardMeasures {
    const { size } = shard;
    const table = tableOf(shard);
    const { starts, documents, codes } = table;
    const columns = new Float64Array(size * COLUMNS);
    const headKinds = new Uint8Array(size);
    const terms = new Uint16Array(size);
    const add = (column: number, document: number, value: number): void => {
      const at = column * size + document;
      columns[at] = (columns[at] ?? 0) + value;
    };
    for (let term = 0; term + 1 < starts.length; term++) {
      const kind = kindOf(table, term);
      const rarity = rarities[term] ?? 0;
      const square = rarity * rarity;
      const own = COLUMN[KIND_OF[kind]];
      const bit = headBit(shard, table, term, kind);
      const end = starts[term + 1] ?? 0;
      for (let p = starts[term] ?? 0; p < end; p++) {
        const document = documents[p] ?? 0;
        const code = codes[p] ?? 0;
        add(own, document, square * (SQUARES[code] ?? 0));
        terms[document] = (terms[document] ?? 0) + 1;
        const place = PLACE_OF[code] ?? 0;
        if (place === 0) continue;
        if (place === TITLE) add(COLUMN.titleWeight, document, rarity);
        add(COLUMN.headSquare, document, square);
        if (kind === 'concept') add(COLUMN.headConceptSquare, document, square);
        headKinds[document] = (headKinds[document] ?? 0) | bit;
      }
    }
    return new ShardMeasures(size, new Float32Array(columns), headKinds, terms);
  }

  /** The measures of one article. */
  at(number: number): SideMeasure {
    const value = (column: keyof typeof COLUMN): number => this.columns[COLUMN[column] * this.size + number] ?? 0;
    return {
      titleWeight: value('titleWeight'),
      headSquare: value('headSquare'),
      headConceptSquare: value('headConceptSquare'),
      squares: {
        names: value('names'),
        concepts: value('concepts'),
        numbers: value('numbers'),
        dates: value('dates'),
      },
      headKinds: this.headKinds[number] ?? 0,
      terms: this.terms[number] ?? 0,
    };
  }

  /** How many bytes those of so many articles are. */
  static bytesOf(size: number): number {
    return size * BYTES;
  }

  /** The columns of numbers, those of terms, and those of kinds. */
  encode(): Uint8Array {
    const bytes = new Uint8Array(ShardMeasures.bytesOf(this.size));
    bytes.set(new Uint8Array(this.columns.buffer));
    bytes.set(new Uint8Array(this.terms.buffer), this.columns.byteLength);
    bytes.set(this.headKinds, this.columns.byteLength + this.terms.byteLength);
    return bytes;
  }

  /** @throws FileFormatError */
  static decode(bytes: Uint8Array, size: number): ShardMeasures {
    if (bytes.length !== ShardMeasures.bytesOf(size)) throw new FileFormatError('This file is damaged: its measures.');
    // Not slice(): Node's Buffer has one of its own that copies nothing.
    const { buffer } = new Uint8Array(bytes);
    const termsAt = size * COLUMNS * 4;
    const columns = new Float32Array(buffer, 0, size * COLUMNS);
    return new ShardMeasures(
      size,
      columns,
      new Uint8Array(buffer, termsAt + size * 2, size),
      new Uint16Array(buffer, termsAt, size),
    );
  }
}

/** What a term in the head adds to `headKinds`. */
function headBit(shard: Shard, { kinds }: ShardTable, term: number, kind: TermKind): number {
  const counts = kinds[term] !== DATE_LETTER || isDay(shard.dictionary.key(term));
  return counts ? KIND_BITS[kind] : 0;
}
