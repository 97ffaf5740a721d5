/** The measures of all articles of a shard, in one pass over its postings, in columns: 33 bytes an article. */
import { kindOfKey } from '../fingerprint/term-kind';
import type { TermKind } from '../fingerprint/types';
import { isDay, KIND_BITS, KIND_OF, type Kind, type SideMeasure } from './measures';
import { rarityOf } from './rarity';
import type { Shard } from './shard';
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

/** The kind of a shard's term. */
export function kindOf(shard: Shard, term: number): TermKind {
  return KIND_OF_LETTER[shard.kinds[term] ?? 0] ?? 'name';
}

/** The rarity of each of a shard's terms. */
export function raritiesOf(shard: Shard, counts: TermCounts, documents: number): Float64Array {
  const hashes = shard.termHashes();
  const rarities = new Float64Array(hashes.length);
  // A logarithm for each kind and small count: most terms are in few articles.
  const known = new Float64Array(SMALL_COUNT * LETTERS);
  for (let term = 0; term < hashes.length; term++) {
    // A term that statistics leave out is in one article: this.
    const count = Math.max(1, counts.count(hashes[term] ?? 0));
    const at = count * LETTERS + (shard.kinds[term] ?? 0);
    const before = known[at];
    const rarity = before ? before : rarityOf(kindOf(shard, term), count, documents);
    if (before === 0) known[at] = rarity;
    rarities[term] = rarity;
  }
  return rarities;
}

export class ShardMeasures {
  /** Euclidean length of each article's weights. */
  readonly norms: Float32Array;
  readonly #squares: Readonly<Record<Kind, Float32Array>>;
  readonly #titleWeights: Float32Array;
  readonly #headSquares: Float32Array;
  readonly #headConceptSquares: Float32Array;
  readonly #headKinds: Uint8Array;
  readonly #terms: Uint16Array;

  constructor(shard: Shard, rarities: Float64Array) {
    const { size } = shard;
    const { starts, documents, codes } = shard.postings;
    const squares: Readonly<Record<Kind, Float64Array>> = {
      names: new Float64Array(size),
      concepts: new Float64Array(size),
      numbers: new Float64Array(size),
      dates: new Float64Array(size),
    };
    const titleWeights = new Float64Array(size);
    const headSquares = new Float64Array(size);
    const headConceptSquares = new Float64Array(size);
    const headKinds = new Uint8Array(size);
    const terms = new Uint16Array(size);
    for (let term = 0; term + 1 < starts.length; term++) {
      const kind = kindOf(shard, term);
      const rarity = rarities[term] ?? 0;
      const square = rarity * rarity;
      const own = squares[KIND_OF[kind]];
      const bit = headBit(shard, term, kind);
      const end = starts[term + 1] ?? 0;
      for (let p = starts[term] ?? 0; p < end; p++) {
        const document = documents[p] ?? 0;
        const code = codes[p] ?? 0;
        own[document] = (own[document] ?? 0) + square * (SQUARES[code] ?? 0);
        terms[document] = (terms[document] ?? 0) + 1;
        const place = PLACE_OF[code] ?? 0;
        if (place === 0) continue;
        if (place === TITLE) titleWeights[document] = (titleWeights[document] ?? 0) + rarity;
        headSquares[document] = (headSquares[document] ?? 0) + square;
        if (kind === 'concept') headConceptSquares[document] = (headConceptSquares[document] ?? 0) + square;
        headKinds[document] = (headKinds[document] ?? 0) | bit;
      }
    }
    const { names, concepts, numbers, dates } = squares;
    this.norms = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      this.norms[i] = Math.sqrt((names[i] ?? 0) + (concepts[i] ?? 0) + (numbers[i] ?? 0) + (dates[i] ?? 0));
    }
    this.#squares = {
      names: new Float32Array(names),
      concepts: new Float32Array(concepts),
      numbers: new Float32Array(numbers),
      dates: new Float32Array(dates),
    };
    this.#titleWeights = new Float32Array(titleWeights);
    this.#headSquares = new Float32Array(headSquares);
    this.#headConceptSquares = new Float32Array(headConceptSquares);
    this.#headKinds = headKinds;
    this.#terms = terms;
  }

  /** The measures of one article. */
  of(number: number): SideMeasure {
    const { names, concepts, numbers, dates } = this.#squares;
    return {
      titleWeight: this.#titleWeights[number] ?? 0,
      headSquare: this.#headSquares[number] ?? 0,
      headConceptSquare: this.#headConceptSquares[number] ?? 0,
      squares: {
        names: names[number] ?? 0,
        concepts: concepts[number] ?? 0,
        numbers: numbers[number] ?? 0,
        dates: dates[number] ?? 0,
      },
      headKinds: this.#headKinds[number] ?? 0,
      terms: this.#terms[number] ?? 0,
    };
  }
}

/** What a term in the head adds to `headKinds`. */
function headBit(shard: Shard, term: number, kind: TermKind): number {
  const counts = shard.kinds[term] !== DATE_LETTER || isDay(shard.dictionary.key(term));
  return counts ? KIND_BITS[kind] : 0;
}
