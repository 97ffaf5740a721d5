import { baseLanguage } from './base-language';

const RTL_LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The writing direction of a language; `auto` where the language is unknown, so that the text itself decides. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  const base = baseLanguage(tag);
  if (base === '' || base === 'und') return 'auto';
  return RTL_LANGUAGES.has(base) ? 'rtl' : 'ltr';
}
