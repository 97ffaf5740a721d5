/** Cuts text into words, the same in Node, Chromium and Firefox. */
import { cutChinese } from './han-names';
import { cutClusters, cutHan, type LongestWord, type Piece } from './unspaced';

export interface Token {
  /** As written, after `normaliseText`. */
  readonly text: string;
  /** Offset in the segmented text, in UTF-16 code units. */
  readonly at: number;
  /** Written without spaces between words, so that neighbours join into phrases without one. */
  readonly joined: boolean;
}

// A number with points and commas between its digits, or a run of letters, marks and digits that begins with a letter
// (G20): a counter after a number is a word of its own (23일). An apostrophe parts words (l'Iran, Rusya'ya, Putin's) but
// in Cyrillic, where it is a letter of the word (п'ять).
const RUN = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{Script=Cyrillic}))*/gu;
/** Scripts that write no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SYLLABIC = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HAN_OR_HIRAGANA = /^[\p{Script=Han}\p{Script=Hiragana}]/u;
const PARTS =
  /[\p{Script=Katakana}ー]+|[\p{Script=Han}\p{Script=Hiragana}]+|(?:[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/**
 * The words of a text in reading order. Runs without spaces are cut by what the lexicon knows and by rules of their
 * script; katakana runs stay whole, they are names and loan words. The browser's own segmenter is not used: engines
 * differ, and a fingerprint must not depend on where it was made.
 *
 * @param text normalised by `normaliseText`
 * @param longestWord what the lexicon of that language knows as words
 */
export function segment(text: string, lang: string, longestWord: LongestWord): Token[] {
  const tokens: Token[] = [];
  const spaced = !UNSPACED.test(text);
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const at = match.index;
    if (spaced || !UNSPACED.test(run)) {
      tokens.push({ text: run, at, joined: false });
      continue;
    }
    for (const part of run.matchAll(PARTS)) {
      const start = at + part.index;
      for (const piece of cut(part[0], lang, longestWord)) {
        tokens.push({ text: piece.text, at: start + piece.at, joined: true });
      }
    }
  }
  return tokens;
}

function cut(part: string, lang: string, longestWord: LongestWord): readonly Piece[] {
  if (SYLLABIC.test(part)) return cutClusters(part, longestWord);
  if (!HAN_OR_HIRAGANA.test(part)) return [{ text: part, at: 0, known: false }];
  return lang === 'zh' ? cutChinese(part, longestWord) : cutHan(part, longestWord);
}
