/** What is measured of an article and a candidate before anything is decided. */
import { isDay, KIND_BITS, KIND_OF, type Kind, Measure, type SideMeasure } from '../index/measures';
import type { WeighedTerm } from '../index/search';
import type { SharedTerm } from './evidence';

/**
 * What is known of an article and a candidate. Shares are 0 to 1, of weight by rarity. A side's head is its title and
 * lead, where the event is told.
 */
export interface PairFeatures {
  /** Cosine of the weighted terms, names counted by how alike they sound. */
  readonly cosine: number;
  /** The same, corrected for neighbours: 2·cosine − how near both are to what is nearest to them. */
  readonly closeness: number;
  /** How much closer, at the first look, the closest candidate of the language is. */
  readonly behind: number;
  /** How much both titles share, and both heads. */
  readonly titles: number;
  readonly heads: number;
  /** How much of what happens, by their concepts, both heads share. */
  readonly headConcepts: number;
  /** Cosine of concepts alone, of numbers, of days. */
  readonly concepts: number;
  readonly numbers: number;
  readonly dates: number;
  /** Mean rarity of the three rarest names they share, as a share of the rarest possible. */
  readonly rarest: number;
  /** Rarity of all names that both heads have, in units of the rarest possible. */
  readonly headNames: number;
  /** Both heads name the same day of the month. */
  readonly sameDay: boolean;
  /** Both heads name places, and the articles have none in common; both name days, and the heads have none in common. */
  readonly otherPlaces: boolean;
  readonly otherDays: boolean;
  /** Logarithm of how many times longer the one is than the other. */
  readonly lengths: number;
  /** How many terms the shorter of both has. */
  readonly shortest: number;
  /** Days that surely lie between, at least 0; null where a date is unknown. */
  readonly daysApart: number | null;
  /** Days between the dates as they are written, at least 0. */
  readonly calendarDaysApart: number | null;
  /** Articles in one language share their common words as well. */
  readonly sameLanguage: boolean;
}

const NO_WEIGHT: Readonly<Record<Kind, number>> = { names: 0, concepts: 0, numbers: 0, dates: 0 };
const RAREST = 3;

/** Measures the article that is asked about. */
export function measureQuery(terms: readonly WeighedTerm[]): SideMeasure {
  const measure = new Measure();
  for (const { term, rarity } of terms) measure.add(term.key, term.kind, term.strength, term.place, rarity);
  return measure;
}

/** What is known of a pair besides what its terms share. */
export type Surroundings = Pick<
  PairFeatures,
  'cosine' | 'closeness' | 'behind' | 'daysApart' | 'calendarDaysApart' | 'sameLanguage'
>;

/**
 * The features of a pair out of what its two sides share and what surrounds it. Written out in one piece: a match makes
 * some hundred of these.
 * @param most the rarity of a name that no article has
 */
export function pairFeatures(
  most: number,
  here: SideMeasure,
  there: SideMeasure,
  shared: readonly SharedTerm[],
  around: Surroundings,
): PairFeatures {
  const products = { ...NO_WEIGHT };
  let sharedKinds = 0;
  let sharedInHeads = 0;
  const rarities: number[] = [];
  let titles = 0;
  let heads = 0;
  let headNames = 0;
  let headConcepts = 0;
  for (const one of shared) {
    const { key, kind } = one.here;
    const { rarity } = one;
    const heard = rarity * one.similarity;
    products[KIND_OF[kind]] += one.weight;
    sharedKinds |= KIND_BITS[kind];
    const named = kind === 'name' || kind === 'entity';
    if (named) rarities.push(heard);
    if (one.here.place === 'title' && one.there === 'title') titles += heard;
    if (one.here.place === 'body' || one.there === 'body') continue;
    heads += heard * rarity;
    if (kind === 'concept') headConcepts += rarity * rarity;
    if (named) headNames += heard;
    if (kind !== 'date' || isDay(key)) sharedInHeads |= KIND_BITS[kind];
  }
  rarities.sort((a, b) => b - a);
  const rarest = rarities.slice(0, RAREST).reduce((sum, rarity) => sum + rarity, 0) / RAREST;
  const inBothHeads = here.headKinds & there.headKinds;
  return {
    cosine: around.cosine,
    closeness: around.closeness,
    behind: around.behind,
    daysApart: around.daysApart,
    calendarDaysApart: around.calendarDaysApart,
    sameLanguage: around.sameLanguage,
    titles: share(titles, Math.sqrt(here.titleWeight * there.titleWeight)),
    heads: share(heads, Math.sqrt(here.headSquare * there.headSquare)),
    headConcepts: share(headConcepts, Math.sqrt(here.headConceptSquare * there.headConceptSquare)),
    concepts: share(products.concepts, Math.sqrt(here.squares.concepts * there.squares.concepts)),
    numbers: share(products.numbers, Math.sqrt(here.squares.numbers * there.squares.numbers)),
    dates: share(products.dates, Math.sqrt(here.squares.dates * there.squares.dates)),
    rarest: share(rarest, most),
    headNames: share(headNames, most),
    sameDay: (sharedInHeads & KIND_BITS.date) !== 0,
    otherPlaces: (inBothHeads & ~sharedKinds & KIND_BITS.place) !== 0,
    otherDays: (inBothHeads & ~sharedInHeads & KIND_BITS.date) !== 0,
    lengths: Math.abs(Math.log((here.terms + 1) / (there.terms + 1))),
    shortest: Math.min(here.terms, there.terms),
  };
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
