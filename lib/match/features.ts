/** What is measured of an article and a candidate before anything is decided. */
import type { Fingerprint, Term, TermKind } from '../fingerprint/types';
import type { StoryIndex } from '../index/types';
import type { SharedTerm } from './evidence';

/** What is known of an article and a candidate. Shares are 0 to 1, of weight by rarity. */
export interface PairFeatures {
  /** Cosine of the weighted terms, names counted by how alike they sound. */
  readonly cosine: number;
  /** The same, corrected for neighbours: 2·cosine − how near both are to what is nearest to them. */
  readonly closeness: number;
  /** How much both titles share. */
  readonly titles: number;
  /** Cosine of names and places alone, of concepts alone, of numbers alone. */
  readonly names: number;
  readonly concepts: number;
  readonly numbers: number;
  /** Mean rarity of the three rarest names they share, as a share of the rarest possible. */
  readonly rarest: number;
  /** Logarithm of how many times longer the one is than the other. */
  readonly lengths: number;
  /** Days that surely lie between, at least 0; null where a date is unknown. */
  readonly daysApart: number | null;
  /** Days between the dates as they are written, at least 0. */
  readonly calendarDaysApart: number | null;
  /** Articles in one language share their common words as well. */
  readonly sameLanguage: boolean;
}

type Kind = 'names' | 'concepts' | 'numbers';
const KIND_OF: Readonly<Record<TermKind, Kind>> = {
  name: 'names',
  place: 'names',
  language: 'names',
  concept: 'concepts',
  date: 'numbers',
  number: 'numbers',
};
const RAREST = 3;

/** What a side brings by itself, worked out once for each. */
export interface SideMeasure {
  readonly titleWeight: number;
  readonly squares: Readonly<Record<Kind, number>>;
  readonly terms: number;
}

/** Measures one side: an article's fingerprint, or a stored document's terms. */
export function measureSide(index: StoryIndex, terms: readonly Term[]): SideMeasure {
  let titleWeight = 0;
  const squares = { names: 0, concepts: 0, numbers: 0 };
  for (const { key, kind, strength, inTitle } of terms) {
    const rarity = index.rarity(key, kind);
    if (inTitle) titleWeight += rarity;
    squares[KIND_OF[kind]] += (strength * rarity) ** 2;
  }
  return { titleWeight, squares, terms: terms.length };
}

/** The features that follow from what two sides share. */
export function textFeatures(
  index: StoryIndex,
  here: SideMeasure,
  there: SideMeasure,
  shared: readonly SharedTerm[],
): Pick<PairFeatures, 'titles' | 'names' | 'concepts' | 'numbers' | 'rarest' | 'lengths'> {
  const products = { names: 0, concepts: 0, numbers: 0 };
  let titles = 0;
  const rarities: number[] = [];
  for (const one of shared) {
    const { key, kind } = one.here;
    const heard = index.rarity(key, kind) * one.similarity;
    products[KIND_OF[kind]] += one.weight;
    if (one.here.inTitle && one.there.inTitle) titles += heard;
    if (kind === 'name') rarities.push(heard);
  }
  rarities.sort((a, b) => b - a);
  const rarest = rarities.slice(0, RAREST).reduce((sum, rarity) => sum + rarity, 0) / RAREST;
  const cosine = (kind: Kind): number => share(products[kind], Math.sqrt(here.squares[kind] * there.squares[kind]));
  return {
    titles: share(titles, Math.sqrt(here.titleWeight * there.titleWeight)),
    names: cosine('names'),
    concepts: cosine('concepts'),
    numbers: cosine('numbers'),
    rarest: share(rarest, index.rarity('n:', 'name')),
    lengths: Math.abs(Math.log((here.terms + 1) / (there.terms + 1))),
  };
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Sides of the index are measured once; an article is asked about once. */
const measured = new WeakMap<object, SideMeasure>();

/** `measureSide`, remembered for as long as the terms live. */
export function sideMeasure(index: StoryIndex, owner: Fingerprint | readonly Term[]): SideMeasure {
  let measure = measured.get(owner);
  if (!measure) {
    measure = measureSide(index, 'terms' in owner ? owner.terms : owner);
    measured.set(owner, measure);
  }
  return measure;
}
