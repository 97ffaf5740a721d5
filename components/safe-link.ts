/** An address that a link may lead to: http or https, without credentials. */
export interface SafeLink {
  readonly href: string;
  /** Where it leads, for the eye: the host without `www.`. */
  readonly host: string;
}

/** Checks an address before it becomes a link; null for anything but an ordinary web address. */
export function toSafeLink(url: string | null): SafeLink | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, username, password, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  if (username !== '' || password !== '') return null;
  return { href, host: host.replace(/^www\./, '') };
}
