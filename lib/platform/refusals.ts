import { FailureError } from './result';

/** Hosts that no extension may read, whatever it was granted: the browsers' own stores and services. */
const STORE_HOSTS = new Set([
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
  'accounts.firefox.com',
  'support.mozilla.org',
]);

/** Why the browser would not let a page be read, judged by its address; the browser's own words go along. */
export function refusalOf(url: string | undefined, error: unknown): FailureError {
  const detail = error instanceof Error ? error.message : String(error);
  if (url === undefined || !URL.canParse(url)) return new FailureError('browser-page', detail);
  const { protocol, host, pathname } = new URL(url);
  if (protocol === 'file:' || /\.pdf$/i.test(pathname)) return new FailureError('file', detail);
  if (protocol !== 'http:' && protocol !== 'https:') return new FailureError('browser-page', detail);
  if (STORE_HOSTS.has(host) || url.startsWith('https://chrome.google.com/webstore')) {
    return new FailureError('store-page', detail);
  }
  return new FailureError('no-access', detail);
}
