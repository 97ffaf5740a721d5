/** No engine keeps so short a part as a window. */
const COPIED = 11;

/**
 * The same string with letters of its own. Engines keep a part of a text as a window on the whole: a word that is
 * remembered would hold the article that it was read in.
 */
export function ownCopy(text: string): string {
  if (text.length <= COPIED) return text;
  return text.split('').join('');
}
