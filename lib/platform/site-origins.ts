/** Hosts as the settings keep them, and as the browser grants them. */

/** The longest that RFC 1035 allows; letters as a URL writes them. An IPv6 address has no pattern that all browsers take. */
const HOST = /^[a-z0-9.-]{1,253}$/;

/** The host of a web page; null for an address that is not told, and for pages that are not of the web. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && HOST.test(hostname) ? hostname : null;
}

/** The pattern that stands for all pages of a host, on any port, and for no other host. */
export function originOf(host: string): string {
  return `*://${host}/*`;
}
