/** Consonant skeletons: what of a name survives transliteration. */
import { readings, romanise } from './romanise';

// Sounds that scripts confuse fold into one letter, digraphs first.
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]+/g, ''],
  [/(?:sch|sh|ch|tch|tsch|cz|sz|zh|dz|ts|tz|dj|ç)/g, 's'],
  [/(?:ph|bh)/g, 'b'],
  [/kh|gh|ck|q/g, 'k'],
  [/th|dh/g, 't'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/[jz]/g, 's'],
  [/g/g, 'k'],
  [/d/g, 't'],
  [/[vwfp]/g, 'b'],
  [/r/g, 'l'],
  [/m(?=[bpt])/g, 'n'],
];

/** The keys of a word: the skeletons of all its readings, one for most words. */
export function skeletons(word: string): readonly string[] {
  return [...new Set(readings(word).map(fold))];
}

/**
 * The skeleton of a word in any script: consonants of its romanisation with confusable sounds folded together, a
 * leading vowel kept as `a`. `पुतिन`, `Путин` and `Putin` all give `btn`. Empty where nothing is left.
 */
export function skeleton(word: string): string {
  return fold(romanise(word));
}

function fold(romanised: string): string {
  let text = romanised;
  for (const [pattern, letter] of FOLDS) text = text.replace(pattern, letter);
  const opens = /^[aeiou]/.test(text) ? 'a' : '';
  return (opens + text.replace(/[aeiouyh]/g, '')).replace(/(.)\1+/g, '$1');
}
