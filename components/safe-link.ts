import { webAddress } from '../lib/library/web-address';

/** An address that a link may lead to: http or https, without credentials. */
export interface SafeLink {
  readonly href: string;
  /** Where it leads, for the eye: the host without `www.`. */
  readonly host: string;
}

/** Checks an address before it becomes a link; null for anything but an ordinary web address. */
export function toSafeLink(url: string | null): SafeLink | null {
  const href = url === null ? null : webAddress(url);
  return href === null ? null : { href, host: new URL(href).host.replace(/^www\./, '') };
}
