/** Consonant skeletons: what of a name survives transliteration. */
import { romanise } from './romanise';

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

const HAN = /^\p{Script=Han}+$/u;
/**
 * Pinyin letters do not stand for the sounds that they have elsewhere: q is ch, x is sh, a final ng is a nasal; j writes
 * both g and j of foreign names, h both h and kh. Each reading gives a key of its own.
 */
const PINYIN_READINGS: readonly (readonly (readonly [RegExp, string])[])[] = [
  [
    [/j/g, 's'],
    [/(?<![csz])h/g, ''],
  ],
  [
    [/j/g, 'k'],
    [/(?<![csz])h/g, 'k'],
  ],
  [
    [/j/g, 't'],
    [/(?<![csz])h/g, ''],
  ],
];

/**
 * The keys of a word, one for most: its skeleton. Words in Chinese characters have up to three, for the sounds that
 * their syllables may stand for.
 */
export function skeletons(word: string): readonly string[] {
  if (!HAN.test(word)) return [skeleton(word)];
  const pinyin = romanise(word).replace(/q/g, 'ch').replace(/x/g, 'sh').replace(/ng/g, 'n');
  return [
    ...new Set(
      PINYIN_READINGS.map((reading) => fold(reading.reduce((text, [from, to]) => text.replace(from, to), pinyin))),
    ),
  ];
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
