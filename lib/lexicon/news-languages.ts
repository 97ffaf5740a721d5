/**
 * The languages of the news lexicon, each with the script that its words are written in. Korean headlines call countries by
 * one ideograph.
 */
const LATIN = /\p{Script=Latin}/u;
const DEVANAGARI = /\p{Script=Devanagari}/u;
const BENGALI = /\p{Script=Bengali}/u;
const ARABIC = /\p{Script=Arabic}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const HAN = /\p{Script=Han}/u;

export const SCRIPTS: Readonly<Record<string, RegExp>> = {
  en: LATIN,
  hi: DEVANAGARI,
  bn: BENGALI,
  ur: ARABIC,
  mr: DEVANAGARI,
  ta: /\p{Script=Tamil}/u,
  te: /\p{Script=Telugu}/u,
  gu: /\p{Script=Gujarati}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ne: DEVANAGARI,
  ar: ARABIC,
  fa: ARABIC,
  he: /\p{Script=Hebrew}/u,
  tr: LATIN,
  ru: CYRILLIC,
  uk: CYRILLIC,
  pl: LATIN,
  cs: LATIN,
  ro: LATIN,
  de: LATIN,
  fr: LATIN,
  es: LATIN,
  pt: LATIN,
  it: LATIN,
  nl: LATIN,
  el: /\p{Script=Greek}/u,
  zh: HAN,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /[\p{Script=Hangul}\p{Script=Han}]/u,
  id: LATIN,
  vi: LATIN,
  th: /\p{Script=Thai}/u,
  sw: LATIN,
};

/** Whether the news lexicon has words in a language, given by its code. */
export function hasNewsWords(lang: string): boolean {
  return Object.hasOwn(SCRIPTS, lang);
}
