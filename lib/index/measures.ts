/** What an article brings to a comparison by itself: how much weight of each kind it has, and where. */
import type { Place, TermKind } from '../fingerprint/types';

/** Kinds of term that are compared together. */
export type Kind = 'names' | 'concepts' | 'numbers' | 'dates';

export const KIND_OF: Readonly<Record<TermKind, Kind>> = {
  name: 'names',
  entity: 'names',
  place: 'names',
  language: 'names',
  concept: 'concepts',
  date: 'dates',
  number: 'numbers',
};

export const KIND_BITS: Readonly<Record<TermKind, number>> = {
  name: 1,
  entity: 64,
  place: 2,
  language: 4,
  concept: 8,
  number: 16,
  date: 32,
};

/** What a side brings by itself. */
export interface SideMeasure {
  readonly titleWeight: number;
  readonly headSquare: number;
  readonly headConceptSquare: number;
  readonly squares: Readonly<Record<Kind, number>>;
  /** What kinds of term its head has, one bit each; a date counts where it is a day of the month. */
  readonly headKinds: number;
  readonly terms: number;
}

/** `d:12-14`, not a month or a weekday alone. */
export function isDay(key: string): boolean {
  return key.charAt(4) === '-';
}

/** Measures one article, term by term. */
export class Measure implements SideMeasure {
  titleWeight = 0;
  headSquare = 0;
  headConceptSquare = 0;
  readonly squares = { names: 0, concepts: 0, numbers: 0, dates: 0 };
  headKinds = 0;
  terms = 0;

  add(key: string, kind: TermKind, strength: number, place: Place, rarity: number): void {
    this.terms++;
    this.squares[KIND_OF[kind]] += (strength * rarity) ** 2;
    if (place === 'title') this.titleWeight += rarity;
    if (place === 'body') return;
    this.headSquare += rarity * rarity;
    if (kind === 'concept') this.headConceptSquare += rarity * rarity;
    if (kind !== 'date' || isDay(key)) this.headKinds |= KIND_BITS[kind];
  }
}
