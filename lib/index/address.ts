/** An address less what does not change the page: scheme, www, a trailing slash, a fragment. For comparing only. */
export function comparableAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/(?=\?|$)/, '');
}
