/**
 * Cuts runs of scripts that write no spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese. The longest words that the
 * lexicon knows come first; what lies between them is cut by rules of the script. Nothing of the engine's own is used:
 * `Intl.Segmenter` cuts Thai, Burmese and Japanese otherwise in Firefox than in Chromium and Node.
 */

/** How many neighbouring units, from one on and before another, are the longest word that the lexicon knows; 0 for none. */
export type LongestWord = (units: readonly Unit[], from: number, to: number) => number;

/** What a run is cut at the edges of: a character or a cluster. */
export interface Unit {
  readonly text: string;
  readonly at: number;
}

/** A piece of a run; what is dropped between pieces is no word. */
export interface Piece {
  readonly text: string;
  readonly at: number;
  readonly known: boolean;
}

/** Longest word that is looked for, in characters or clusters. */
const LONGEST = 16;
/** What is unknown is cut into pieces of this many clusters: about a short name's length. */
const UNKNOWN_CLUSTERS = 3;
/** A run of unknown Chinese characters is a word up to this length. */
const UNKNOWN_HAN = 4;

/** Burmese is left in syllables: it is still met in two encodings, and in the older one clusters are not syllables. */
const MYANMAR = /\p{Script=Myanmar}/u;
const HIRAGANA = /^\p{Script=Hiragana}+$/u;
// A syllable as it is written: a vowel before its consonant, the consonant, what is stacked below it, vowels and marks.
const CLUSTER = /[เ-ไເ-ໄ]?\p{L}(?:[ะาำະາຳ]|\p{M}|[\u17d2\u1039]\p{L})*/gu;

/** Cuts a run of Chinese characters and hiragana. */
export function cutHan(run: string, longestWord: LongestWord): Piece[] {
  return mergeUnknown(
    cutHanSingly(run, longestWord).filter(({ text, known }) => known || !HIRAGANA.test(text)),
    UNKNOWN_HAN,
  );
}

/** The same, leaving unknown characters single: Chinese joins those of names by their own rule first. */
export function cutHanSingly(run: string, longestWord: LongestWord): Piece[] {
  const letters: Unit[] = [];
  let at = 0;
  for (const text of run) {
    letters.push({ text, at });
    at += text.length;
  }
  return longestKnown(letters, longestWord, 2);
}

/** Cuts a run of Thai, Lao, Khmer or Burmese. */
export function cutClusters(run: string, longestWord: LongestWord): Piece[] {
  const clusters = Array.from(run.matchAll(CLUSTER), ({ 0: text, index }) => ({ text, at: index }));
  return mergeUnknown(longestKnown(clusters, longestWord, 1), MYANMAR.test(run) ? 1 : UNKNOWN_CLUSTERS);
}

function longestKnown(units: readonly Unit[], longestWord: LongestWord, shortest: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < units.length; ) {
    const first = units[i];
    if (!first) break;
    const length = longestWord(units, i, Math.min(units.length, i + LONGEST));
    const known = length >= shortest;
    let text = first.text;
    for (let more = 1; known && more < length; more++) text += units[i + more]?.text ?? '';
    pieces.push({ text, at: first.at, known });
    i += known ? length : 1;
  }
  return pieces;
}

/** Joins unknown neighbours, up to `longest` of them. */
export function mergeUnknown(pieces: readonly Piece[], longest: number): Piece[] {
  const merged: Piece[] = [];
  let count = 0;
  for (const piece of pieces) {
    const last = merged.at(-1);
    const adjacent = last && !last.known && !piece.known && last.at + last.text.length === piece.at;
    if (adjacent && count < longest) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
      count++;
    } else {
      merged.push(piece);
      count = 1;
    }
  }
  return merged;
}
