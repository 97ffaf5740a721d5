import { browser } from 'wxt/browser';
import { originOf } from '../../coverage/catalogue';
import type { FollowedFeed } from '../../coverage/followed-feed';

/** Those of some addresses that the browser does not let be read: asked once for all, and one by one where that is denied. */
export async function listRefused<T extends Pick<FollowedFeed, 'address'>>(some: readonly T[]): Promise<T[]> {
  const origins = [...new Set(some.map(originOf))];
  if (origins.length === 0 || (await browser.permissions.contains({ origins }))) return [];
  const granted = await Promise.all(some.map(isGranted));
  return some.filter((_, at) => !granted[at]);
}

/** Whether the browser lets an address be read. */
export function isGranted(feed: Pick<FollowedFeed, 'address'>): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(feed)] });
}

/** Held while a request begins, and while permissions are given back. */
const ASKING = 'live-asking';

/**
 * Begins to ask for an address where it may still be asked for; null where not. No permission is given back by us in between:
 * a request without one would say by its `Origin` that it comes from an extension, and in Firefox from which installation.
 */
export function beginAsking<T>(
  may: () => Promise<boolean>,
  begin: () => Promise<T>,
): Promise<{ readonly answer: Promise<T> } | null> {
  return navigator.locks.request(ASKING, { mode: 'shared' }, async () => ((await may()) ? { answer: begin() } : null));
}

/** Gives permissions back. What they were for is to be let go of before: then no request for it begins after. */
export function giveBack(origins: string[]): Promise<unknown> {
  return navigator.locks.request(ASKING, () => browser.permissions.remove({ origins }));
}
