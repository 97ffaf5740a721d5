/** A second, vowel-aware look at two words that share a skeleton. */
import { foldWord, normaliseText } from '../fingerprint/normalise';
import { readings } from '../fingerprint/romanise';

// One letter a sound; digraphs first. S is sh, C ch, Z zh, K kh, T th, c ts.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]+/g, ''],
  [/tsch|tch|cz/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/ch/g, 'C'],
  [/zh/g, 'Z'],
  [/ts|tz/g, 'c'],
  [/dj|dzh/g, 'j'],
  [/ph/g, 'f'],
  [/bh/g, 'b'],
  [/kh/g, 'K'],
  [/gh/g, 'g'],
  [/ck|q/g, 'k'],
  [/th/g, 'T'],
  [/dh/g, 'd'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?![a-z]*c)/g, 'k'],
  [/w/g, 'v'],
  [/[eiy]/g, 'i'],
  [/[ou]/g, 'u'],
  [/(.)\1+/g, '$1'],
];
/** Sounds that scripts and ears take for each other; a swap within a group costs part of a whole one. */
const GROUPS = ['bpfv', 'kgKh', 'tdT', 'szSZCjc', 'rl', 'mn'];
const NEAR = 0.35;
/** Pairs across groups that transliteration swaps: English th is s in Japanese, j is g or y, v a vowel. */
const HALF_NEAR = new Set(['Ts', 'Ct', 'ti', 'jg', 'ji', 'vu', 'Ck', 'fh', 'dz', 'Zg', 'ck', 'ct', 'dj']);
const HALF = 0.5;
const WEAK = 0.4;
/** A vowel more or less counts little; where a script leaves vowels out, or must add some, still less. */
const VOWEL_COST = 0.35;
const VOWEL_COST_ELSEWHERE = 0.2;
const LOOSE_VOWELS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/u;
const MAX_LENGTH = 24;
/** No name is longer; what is, is cut before it costs time. */
const MAX_WORD = 80;
/** The same names come up in article after article. */
const MEMO_SIZE = 50_000;

/** A word as it is compared. */
interface Sound {
  readonly readings: readonly string[];
  readonly looseVowels: boolean;
}
const memo = new Map<string, Sound>();
const PAIR_MEMO_SIZE = 200_000;
const pairs = new Map<string, number>();

/** Two forms as alike as this are taken for one name: 0.4 % of different names are, by chance (docs/matching.md). */
export const SAME_NAME = 0.65;

/**
 * How alike two words of any scripts sound, 0 to 1: one less the weighted edit distance of their romanisations, vowels
 * counting a third of a consonant or less, as a share of the longer one's weight. Of several readings the best counts.
 */
export function formSimilarity(a: string, b: string): number {
  const pair = `${a}\n${b}`;
  let known = pairs.get(pair);
  if (known === undefined) {
    if (pairs.size >= PAIR_MEMO_SIZE) pairs.clear();
    known = compare(a, b);
    pairs.set(pair, known);
  }
  return known;
}

function compare(a: string, b: string): number {
  const left = soundOf(a);
  const right = soundOf(b);
  const vowelCost = left.looseVowels || right.looseVowels ? VOWEL_COST_ELSEWHERE : VOWEL_COST;
  let best = 0;
  for (const one of left.readings) {
    for (const other of right.readings) best = Math.max(best, similarity(one, other, vowelCost));
  }
  return best;
}

function similarity(left: string, right: string, vowelCost: number): number {
  if (left === right) return left === '' ? 0 : 1;
  const longest = Math.max(weightOf(left, vowelCost), weightOf(right, vowelCost));
  return longest > 0 ? Math.max(0, 1 - editDistance(left, right, vowelCost) / longest) : 0;
}

function soundOf(word: string): Sound {
  let known = memo.get(word);
  if (!known) {
    const folded = foldWord(normaliseText(word.slice(0, MAX_WORD)));
    known = { readings: [...new Set(readings(folded).map(soften))], looseVowels: LOOSE_VOWELS.test(word) };
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(word, known);
  }
  return known;
}

function soften(romanised: string): string {
  let text = romanised;
  for (const [pattern, letter] of SOUNDS) text = text.replace(pattern, letter);
  return text.slice(0, MAX_LENGTH);
}

function costOf(letter: string, vowelCost: number): number {
  if (letter === 'a' || letter === 'i' || letter === 'u') return vowelCost;
  return letter === 'h' ? WEAK : 1;
}

const swaps = new Map<string, number>();

/** What it costs that one letter stands for another, vowels counted apart. */
function swapOf(a: string, b: string): number {
  const pair = a + b;
  let known = swaps.get(pair);
  if (known === undefined) {
    known = 1;
    if (HALF_NEAR.has(pair) || HALF_NEAR.has(b + a)) known = HALF;
    if (GROUPS.some((group) => group.includes(a) && group.includes(b))) known = NEAR;
    swaps.set(pair, known);
  }
  return known;
}

function weightOf(word: string, vowelCost: number): number {
  let weight = 0;
  for (const letter of word) weight += costOf(letter, vowelCost);
  return weight;
}

function editDistance(a: string, b: string, vowelCost: number): number {
  // One row of the table, overwritten from left to right; `corner` is the cell above and to the left.
  const row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + costOf(b.charAt(j), vowelCost));
  for (let i = 0; i < a.length; i++) {
    const letter = a.charAt(i);
    const cost = costOf(letter, vowelCost);
    let corner = row[0] ?? 0;
    row[0] = corner + cost;
    for (let j = 0; j < b.length; j++) {
      const other = b.charAt(j);
      const otherCost = costOf(other, vowelCost);
      const above = row[j + 1] ?? 0;
      const swap = letter === other ? 0 : Math.max(cost, otherCost) * swapOf(letter, other);
      row[j + 1] = Math.min(corner + swap, above + cost, (row[j] ?? 0) + otherCost);
      corner = above;
    }
  }
  return row[b.length] ?? 0;
}
