/** Cuts text into words, the same in Node, Chromium and Firefox. */
import { joinHanNames } from './han-names';

export interface Token {
  /** As written, after `normaliseText`. */
  readonly text: string;
  /** Offset in the segmented text, in UTF-16 code units. */
  readonly at: number;
  /** Begins a sentence or line: a capital letter there says nothing. */
  readonly opens: boolean;
  /** Written without spaces between words, so that neighbours join into phrases without one. */
  readonly joined: boolean;
}

// A number with points and commas between its digits, or a run of letters, marks and digits that begins with a letter
// (G20): a counter after a number is a word of its own (23일). An apostrophe parts words (l'Iran, Rusya'ya, Putin's) but
// in Cyrillic, where it is a letter of the word (п'ять).
const RUN = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{Script=Cyrillic}))*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PARTS =
  /[\p{Script=Katakana}ー]+|[\p{Script=Han}\p{Script=Hiragana}]+|(?:[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const WORDLIKE = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?。！？।॥۔؟:\n"“”«»]\s*$/u;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

/**
 * The words of a text in reading order. Runs without spaces (Chinese, Japanese, Thai, Khmer, Burmese, Lao) are cut by
 * `Intl.Segmenter`; katakana runs stay whole, they are names and loan words. `isWordLike` is not used: Firefox gets it
 * wrong for Indic scripts, while the boundaries agree.
 *
 * @param text normalised by `normaliseText`
 */
export function segment(text: string, lang: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const at = match.index;
    const opens = at === 0 || SENTENCE_END.test(text.slice(Math.max(0, at - 4, end), at));
    end = at + run.length;
    if (!UNSPACED.test(run)) {
      tokens.push({ text: run, at, opens, joined: false });
      continue;
    }
    for (const part of run.matchAll(PARTS)) {
      const start = at + part.index;
      if (!UNSPACED.test(part[0]) || /^[\p{Script=Katakana}ー]/u.test(part[0])) {
        tokens.push({ text: part[0], at: start, opens, joined: true });
        continue;
      }
      for (const piece of segmenterFor(lang).segment(part[0])) {
        if (WORDLIKE.test(piece.segment))
          tokens.push({ text: piece.segment, at: start + piece.index, opens, joined: true });
      }
    }
  }
  return lang === 'zh' ? joinHanNames(tokens) : tokens;
}
