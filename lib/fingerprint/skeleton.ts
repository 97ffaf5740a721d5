/** Consonant skeletons: what of a name survives transliteration. */
import { readings, romanise } from './romanise';
import { fold } from './sounds';

/** The keys of a word: the skeletons of all its readings, one for most words. */
export function skeletons(word: string): readonly string[] {
  const all = readings(word);
  return all.length === 1 ? [fold(all[0] ?? '')] : [...new Set(all.map(fold))];
}

/**
 * The skeleton of a word in any script: consonants of its romanisation with confusable sounds folded together, a
 * leading vowel kept as `a`. `पुतिन`, `Путин` and `Putin` all give `btn`. Empty where nothing is left.
 */
export function skeleton(word: string): string {
  return fold(romanise(word));
}
