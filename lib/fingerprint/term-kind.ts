/** The kind of a term stands in its key. */
import type { TermKind } from './types';

const KIND_OF: Readonly<Record<string, TermKind>> = {
  n: 'name',
  p: 'place',
  e: 'entity',
  l: 'language',
  c: 'concept',
  '#': 'number',
  d: 'date',
};

/** An actor or the like that goes by several names. */
export function isEntity(key: string): boolean {
  return kindOfKey(key) === 'entity';
}

/** What a number or a day is made of: its words, magnitudes, units, and days counted from today. */
export function isQuantity(key: string): boolean {
  return /^[#xur]:/.test(key);
}

/** The kind of a key such as `n:btn` or `p:RU`; null for a key that is none. */
export function kindOfKey(key: string): TermKind | null {
  return key.charAt(1) === ':' ? (KIND_OF[key.charAt(0)] ?? null) : null;
}
