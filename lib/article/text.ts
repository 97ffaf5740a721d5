/** Small helpers on strings that every reader of the page needs. No tables: this goes into the page. */

/** Soft hyphens, zero-width spaces, word joiners and byte-order marks. Joiners (U+200C, U+200D) stay: they spell words. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Control characters: no page needs them, and a terminal obeys them. */
const CONTROL = /\p{Cc}/gu;

/** One line, single spaces, no invisible marks. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** What two copies of the same text share: letters and digits only, lower case. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** Length in letters of an alphabet: an ideograph or a syllable block says about as much as three letters. */
export function weightedLength(text: string): number {
  return text.length + 2 * (text.match(WIDE)?.length ?? 0);
}

/** Sentence ends of the world's scripts, with closing quotes and brackets behind them. */
const SENTENCE_END = /[.!?…。！？｡।॥۔؟።។။։᠃][\p{Pe}\p{Pf}\p{Pi}"'”’»\s]*$/u;
const SENTENCE_BREAK = /[.!?…]["”’»)\]]*\s|[。！？｡।॥۔؟።។။։᠃]/u;
/** Scripts whose sentences end in a space or in nothing. */
const UNPUNCTUATED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

/** Whether the text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Whether the text is running prose rather than a label, a list of words or a headline. */
export function isProse(text: string): boolean {
  if (endsSentence(text)) return weightedLength(text) >= 20;
  if (UNPUNCTUATED.test(text)) return text.length >= 60;
  return weightedLength(text) >= 60 && SENTENCE_BREAK.test(text);
}
