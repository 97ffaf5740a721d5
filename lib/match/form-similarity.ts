/** A second, vowel-aware look at two words that share a skeleton. */
import { romanise } from '../fingerprint/romanise';

// What scripts write differently without meaning another sound; digraphs first. Vowels stay, in three classes.
const SOFTEN: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]+/g, ''],
  [/(?:sch|sh|tch|ch|zh|cz|sz|ts|tz|dj)/g, 's'],
  [/ph|bh/g, 'b'],
  [/kh|gh|ck|q/g, 'k'],
  [/th|dh/g, 't'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c|g/g, 'k'],
  [/[jz]/g, 's'],
  [/d/g, 't'],
  [/[vfpw]/g, 'b'],
  [/h/g, ''],
  [/[eiy]/g, 'i'],
  [/[ou]/g, 'u'],
  [/(.)\1+/g, '$1'],
];
/** A vowel more or less counts little: Arabic and Hebrew do not write them. */
const VOWEL_COST = 0.35;
const MAX_LENGTH = 24;

/**
 * How alike two words of any scripts sound, 0 to 1: one less the weighted edit distance of their romanisations, vowels
 * counting about a third of a consonant, as a share of the longer one's weight.
 */
export function formSimilarity(a: string, b: string): number {
  const left = softened(a);
  const right = softened(b);
  if (left === right) return 1;
  const longest = Math.max(weightOf(left), weightOf(right));
  return longest > 0 ? Math.max(0, 1 - editDistance(left, right) / longest) : 0;
}

/** The same names come up in article after article. */
const MEMO_SIZE = 50_000;
const memo = new Map<string, string>();

function softened(word: string): string {
  let known = memo.get(word);
  if (known === undefined) {
    known = soften(word);
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(word, known);
  }
  return known;
}

function soften(word: string): string {
  let text = romanise(word);
  for (const [pattern, letter] of SOFTEN) text = text.replace(pattern, letter);
  return text.slice(0, MAX_LENGTH);
}

function costOf(letter: string): number {
  return letter === 'a' || letter === 'i' || letter === 'u' ? VOWEL_COST : 1;
}

function weightOf(word: string): number {
  let weight = 0;
  for (const letter of word) weight += costOf(letter);
  return weight;
}

function editDistance(a: string, b: string): number {
  // One row of the table, overwritten from left to right; `corner` is the cell above and to the left.
  const row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + costOf(b.charAt(j)));
  for (let i = 0; i < a.length; i++) {
    const letter = a.charAt(i);
    const cost = costOf(letter);
    let corner = row[0] ?? 0;
    row[0] = corner + cost;
    for (let j = 0; j < b.length; j++) {
      const other = b.charAt(j);
      const otherCost = costOf(other);
      const above = row[j + 1] ?? 0;
      const swap = letter === other ? 0 : Math.max(cost, otherCost);
      row[j + 1] = Math.min(corner + swap, above + cost, (row[j] ?? 0) + otherCost);
      corner = above;
    }
  }
  return row[b.length] ?? 0;
}
