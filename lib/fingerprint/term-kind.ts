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

/** The kind of a key such as `n:btn` or `p:RU`; null for a key that is none. */
export function kindOfKey(key: string): TermKind | null {
  return key.charAt(1) === ':' ? (KIND_OF[key.charAt(0)] ?? null) : null;
}
