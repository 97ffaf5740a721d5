/** What is measured of an article and a candidate before anything is decided. */
import type { Fingerprint, Term, TermKind } from '../fingerprint/types';
import type { StoryIndex } from '../index/types';
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
  /** How much both titles share, and both heads. */
  readonly titles: number;
  readonly heads: number;
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
  /** Days that surely lie between, at least 0; null where a date is unknown. */
  readonly daysApart: number | null;
  /** Days between the dates as they are written, at least 0. */
  readonly calendarDaysApart: number | null;
  /** Articles in one language share their common words as well. */
  readonly sameLanguage: boolean;
}

type Kind = 'names' | 'concepts' | 'numbers' | 'dates';
const KIND_OF: Readonly<Record<TermKind, Kind>> = {
  name: 'names',
  place: 'names',
  language: 'names',
  concept: 'concepts',
  date: 'dates',
  number: 'numbers',
};
const NO_WEIGHT: Readonly<Record<Kind, number>> = { names: 0, concepts: 0, numbers: 0, dates: 0 };
const RAREST = 3;

/** What a side brings by itself, worked out once for each. */
export interface SideMeasure {
  readonly titleWeight: number;
  readonly headSquare: number;
  readonly squares: Readonly<Record<Kind, number>>;
  /** What kinds of term its head has; `date` stands for days of the month alone. */
  readonly headKinds: ReadonlySet<TermKind>;
  readonly terms: number;
}

/** Measures one side: an article's fingerprint, or a stored document's terms. */
export function measureSide(index: StoryIndex, terms: readonly Term[]): SideMeasure {
  let titleWeight = 0;
  let headSquare = 0;
  const squares = { ...NO_WEIGHT };
  const headKinds = new Set<TermKind>();
  for (const { key, kind, strength, place } of terms) {
    const rarity = index.rarity(key, kind);
    if (place === 'title') titleWeight += rarity;
    if (place !== 'body') {
      headSquare += rarity * rarity;
      if (kind !== 'date' || isDay(key)) headKinds.add(kind);
    }
    squares[KIND_OF[kind]] += (strength * rarity) ** 2;
  }
  return { titleWeight, headSquare, squares, headKinds, terms: terms.length };
}

type TextFeatures = Omit<PairFeatures, 'cosine' | 'closeness' | 'daysApart' | 'calendarDaysApart' | 'sameLanguage'>;

/** The features that follow from what two sides share. */
export function textFeatures(
  index: StoryIndex,
  here: SideMeasure,
  there: SideMeasure,
  shared: readonly SharedTerm[],
): TextFeatures {
  const products = { ...NO_WEIGHT };
  const sharedKinds = new Set<TermKind>();
  const sharedInHeads = new Set<TermKind>();
  const rarities: number[] = [];
  const most = index.rarity('n:', 'name');
  let titles = 0;
  let heads = 0;
  let headNames = 0;
  for (const one of shared) {
    const { key, kind } = one.here;
    const rarity = index.rarity(key, kind);
    const heard = rarity * one.similarity;
    products[KIND_OF[kind]] += one.weight;
    sharedKinds.add(kind);
    if (kind === 'name') rarities.push(heard);
    if (one.here.place === 'title' && one.there.place === 'title') titles += heard;
    if (one.here.place === 'body' || one.there.place === 'body') continue;
    heads += heard * rarity;
    if (kind === 'name') headNames += heard;
    if (kind !== 'date' || isDay(key)) sharedInHeads.add(kind);
  }
  rarities.sort((a, b) => b - a);
  const rarest = rarities.slice(0, RAREST).reduce((sum, rarity) => sum + rarity, 0) / RAREST;
  const cosine = (kind: Kind): number => share(products[kind], Math.sqrt(here.squares[kind] * there.squares[kind]));
  const differ = (kind: TermKind, common: ReadonlySet<TermKind>): boolean =>
    here.headKinds.has(kind) && there.headKinds.has(kind) && !common.has(kind);
  return {
    titles: share(titles, Math.sqrt(here.titleWeight * there.titleWeight)),
    heads: share(heads, Math.sqrt(here.headSquare * there.headSquare)),
    concepts: cosine('concepts'),
    numbers: cosine('numbers'),
    dates: cosine('dates'),
    rarest: share(rarest, most),
    headNames: share(headNames, most),
    sameDay: sharedInHeads.has('date'),
    otherPlaces: differ('place', sharedKinds),
    otherDays: differ('date', sharedInHeads),
    lengths: Math.abs(Math.log((here.terms + 1) / (there.terms + 1))),
  };
}

/** `d:12-14`, not a month or a weekday alone. */
function isDay(key: string): boolean {
  return key.charAt(4) === '-';
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
