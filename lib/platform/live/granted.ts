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
