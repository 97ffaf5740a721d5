/**
 * The measures of all articles of a shard, in one pass over its postings, in columns: 31 bytes an article. A search needs the
 * lengths alone, which follow from them; the columns are read where articles are ranked.
 */
import { FileFormatError } from '../container/container';
import { kindOfKey } from '../fingerprint/term-kind';
import type { TermKind } from '../fingerprint/types';
import { type FileSource, inMemory, Late } from './late';
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

/** They lie one behind the other, as they are named here. */
interface Columns {
  /** One after the other (`COLUMN`). */
  readonly numbers: Float32Array;
  readonly terms: Uint16Array;
  readonly headKinds: Uint8Array;
}

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
  /** In a browser they have to be waited for before a measure is asked for. */
  readonly columns: Late<Columns>;

  /** @param source which has the columns from a place on */
  private constructor(
    readonly size: number,
    columns: Columns,
    source: FileSource,
    from: number,
  ) {
    this.norms = normsOf(columns, size);
    const to = from + ShardMeasures.bytesOf(size);
    this.columns = new Late({ source, from, to, parse: (bytes) => columnsOf(bytes, size) });
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
    const bytes = new Uint8Array(ShardMeasures.bytesOf(size));
    bytes.set(new Uint8Array(new Float32Array(columns).buffer));
    bytes.set(new Uint8Array(terms.buffer), size * COLUMNS * 4);
    bytes.set(headKinds, size * (COLUMNS * 4 + 2));
    return ShardMeasures.decode(bytes, size);
  }

  /** The measures of one article. */
  at(number: number): SideMeasure {
    const { numbers, headKinds, terms } = this.columns.value;
    const value = (column: keyof typeof COLUMN): number => numbers[COLUMN[column] * this.size + number] ?? 0;
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
      headKinds: headKinds[number] ?? 0,
      terms: terms[number] ?? 0,
    };
  }

  /** How many bytes those of so many articles are. */
  static bytesOf(size: number): number {
    return size * BYTES;
  }

  /** The columns of numbers, those of terms, and those of kinds. */
  encode(): Uint8Array {
    const { numbers } = this.columns.value;
    return new Uint8Array(numbers.buffer, numbers.byteOffset, ShardMeasures.bytesOf(this.size));
  }

  /**
   * @param again where the columns can be read again, from a place on; without it a copy is held
   * @throws FileFormatError
   */
  static decode(
    bytes: Uint8Array,
    size: number,
    again?: { readonly source: FileSource; readonly from: number },
  ): ShardMeasures {
    const { source, from } = again ?? { source: inMemory(new Uint8Array(bytes)), from: 0 };
    return new ShardMeasures(size, columnsOf(bytes, size), source, from);
  }
}

/** @throws FileFormatError */
function columnsOf(bytes: Uint8Array, size: number): Columns {
  if (bytes.length !== ShardMeasures.bytesOf(size)) throw new FileFormatError('This file is damaged: its measures.');
  // Numbers of four bytes have to lie on four bytes. Not slice(): Node's Buffer has one of its own that copies nothing.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const termsAt = byteOffset + size * COLUMNS * 4;
  return {
    numbers: new Float32Array(buffer, byteOffset, size * COLUMNS),
    terms: new Uint16Array(buffer, termsAt, size),
    headKinds: new Uint8Array(buffer, termsAt + size * 2, size),
  };
}

function normsOf({ numbers }: Columns, size: number): Float32Array {
  const norms = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    let square = 0;
    for (let kind: number = COLUMN.names; kind <= COLUMN.dates; kind++) square += numbers[kind * size + i] ?? 0;
    norms[i] = Math.sqrt(square);
  }
  return norms;
}

/** What a term in the head adds to `headKinds`. */
function headBit(shard: Shard, { kinds }: ShardTable, term: number, kind: TermKind): number {
  const counts = kinds[term] !== DATE_LETTER || isDay(shard.dictionary.key(term));
  return counts ? KIND_BITS[kind] : 0;
}
