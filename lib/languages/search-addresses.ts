/** Addresses of searches that exist in every language. They are opened by a click, never fetched. */

/** Where Wikipedia's subdomain is not the language's code. */
const WIKIPEDIA_CODES: Readonly<Record<string, string>> = { fil: 'tl', nb: 'no' };

/** A search of the news in a language: Google News takes any language, and shows the outlets that write in it. */
export function newsSearch(lang: string, words: readonly string[]): string {
  const query = new URLSearchParams({ q: words.join(' '), hl: lang });
  return `https://news.google.com/search?${query}`;
}

/** A search of a language's Wikipedia. */
export function wikipediaSearch(lang: string, words: readonly string[]): string {
  const query = new URLSearchParams({ search: words.join(' ') });
  return `https://${WIKIPEDIA_CODES[lang] ?? lang}.wikipedia.org/w/index.php?${query}`;
}
