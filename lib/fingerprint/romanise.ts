/** Any script to Latin letters, close to how names sound. */
import anyAscii from 'any-ascii';

// Where any-ascii's letter is not how the press of that script writes foreign sounds. Facts of orthography:
// Bengali ভ stands for v, য় for y; Hebrew ו and י are mostly vowels, פ is p or f; Arabic ع opens a vowel, و and ي are
// mostly vowels; Japanese ッ and ー carry no sound of their own; Korean ㄹ is r and l.
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [/ভ/gu, 'ব'],
  [/[عع]/gu, 'ا'],
  [/[ッー]/gu, ''],
];

/** Latin letters of a word, lower case; empty where the script is unknown. */
export function romanise(word: string): string {
  let text = word;
  for (const [pattern, letter] of BEFORE) text = text.replace(pattern, letter);
  return anyAscii(text).toLowerCase();
}
