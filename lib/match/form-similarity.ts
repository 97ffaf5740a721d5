/** A second, vowel-aware look at two words that share a skeleton. */
import { foldWord, normaliseText } from '../fingerprint/normalise';
import { ownCopy } from '../fingerprint/own-copy';
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
export interface Sound {
  readonly readings: readonly Reading[];
  readonly looseVowels: boolean;
}

/** One way to say a word: a code for each sound, and what the whole weighs with dear and with cheap vowels. */
interface Reading {
  readonly text: string;
  readonly codes: Uint8Array;
  readonly weight: number;
  readonly weightElsewhere: number;
}

const memo = new Map<string, Sound>();

/** Two forms as alike as this are taken for one name: 0.4 % of different names are, by chance (docs/matching.md). */
export const SAME_NAME = 0.65;

/** `soundSimilarity` of two words as they are written. */
export function formSimilarity(a: string, b: string): number {
  return soundSimilarity(soundOf(a), soundOf(b));
}

/**
 * How alike two words of any scripts sound: one less the weighted edit distance of their romanisations, vowels counting
 * a third of a consonant or less, as a share of the longer one's weight. Of several readings the best counts. 0 to 1;
 * what is less than `SAME_NAME` is 0, and not worked out to the end.
 */
export function soundSimilarity(left: Sound, right: Sound): number {
  const loose = left.looseVowels || right.looseVowels;
  let best = 0;
  for (const one of left.readings) {
    for (const other of right.readings) {
      const found = similarity(one, other, loose);
      if (found > best) best = found;
    }
  }
  return best;
}

function similarity(left: Reading, right: Reading, loose: boolean): number {
  if (left.text === right.text) return left.text === '' ? 0 : 1;
  const ours = loose ? left.weightElsewhere : left.weight;
  const theirs = loose ? right.weightElsewhere : right.weight;
  const longest = ours > theirs ? ours : theirs;
  const most = longest * (1 - SAME_NAME);
  if (longest === 0) return 0;
  const distance = editDistance(left.codes, right.codes, loose, most);
  return distance > most ? 0 : 1 - distance / longest;
}

/** A word made ready to be compared. */
export function soundOf(word: string): Sound {
  let known = memo.get(word);
  if (!known) {
    const folded = foldWord(normaliseText(ownCopy(word.slice(0, MAX_WORD))));
    const said = [...new Set(readings(folded).map(soften))];
    known = { readings: said.map(readingOf), looseVowels: LOOSE_VOWELS.test(word) };
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(ownCopy(word), known);
  }
  return known;
}

function readingOf(text: string): Reading {
  const codes = Uint8Array.from(text, (letter) => letter.charCodeAt(0) - FIRST);
  const sum = (costs: Float64Array): number => codes.reduce((total, code) => total + (costs[code] ?? 0), 0);
  return { text, codes, weight: sum(COSTS), weightElsewhere: sum(COSTS_ELSEWHERE) };
}

function soften(romanised: string): string {
  let text = romanised;
  for (const [pattern, letter] of SOUNDS) text = text.replace(pattern, letter);
  return text.slice(0, MAX_LENGTH);
}

// Sounds are ASCII letters; what an alphabet of them costs is looked up by code.
const FIRST = 'A'.charCodeAt(0);
const SIZE = 'z'.charCodeAt(0) - FIRST + 1;
const LETTERS = Array.from({ length: SIZE }, (_, code) => String.fromCharCode(FIRST + code));
const COSTS = costsWith(VOWEL_COST);
const COSTS_ELSEWHERE = costsWith(VOWEL_COST_ELSEWHERE);
/** What it costs that one letter stands for another, vowels counted apart. */
const SWAPS = Float64Array.from({ length: SIZE * SIZE }, (_, i) =>
  swapOf(LETTERS[Math.floor(i / SIZE)] ?? '', LETTERS[i % SIZE] ?? ''),
);

function costsWith(vowelCost: number): Float64Array {
  return Float64Array.from(LETTERS, (letter) => (/[aiu]/.test(letter) ? vowelCost : letter === 'h' ? WEAK : 1));
}

function swapOf(a: string, b: string): number {
  if (a === b) return 0;
  if (GROUPS.some((group) => group.includes(a) && group.includes(b))) return NEAR;
  return HALF_NEAR.has(a + b) || HALF_NEAR.has(b + a) ? HALF : 1;
}

// One row of the table, overwritten from left to right; `corner` is the cell above and to the left.
const row = new Float64Array(MAX_LENGTH + 1);

/** The distance, or some number above `most` where it is more than that. */
function editDistance(a: Uint8Array, b: Uint8Array, loose: boolean, most: number): number {
  const costs = loose ? COSTS_ELSEWHERE : COSTS;
  row[0] = 0;
  for (let j = 0; j < b.length; j++) row[j + 1] = (row[j] ?? 0) + (costs[b[j] ?? 0] ?? 0);
  for (let i = 0; i < a.length; i++) {
    const letter = a[i] ?? 0;
    const cost = costs[letter] ?? 0;
    let corner: number = row[0] ?? 0;
    let left = corner + cost;
    let least = left;
    row[0] = left;
    for (let j = 0; j < b.length; j++) {
      const other = b[j] ?? 0;
      const otherCost = costs[other] ?? 0;
      const above: number = row[j + 1] ?? 0;
      const swapped = corner + (cost > otherCost ? cost : otherCost) * (SWAPS[letter * SIZE + other] ?? 1);
      left += otherCost;
      if (above + cost < left) left = above + cost;
      if (swapped < left) left = swapped;
      row[j + 1] = left;
      if (left < least) least = left;
      corner = above;
    }
    if (least > most) return least;
  }
  return row[b.length] ?? 0;
}
