import { browser } from 'wxt/browser';
import { originOf } from '../../coverage/catalogue';
import type { FollowedFeed } from '../../coverage/followed-feed';

/** Whether the browser lets an address be read. */
export function isGranted(feed: Pick<FollowedFeed, 'address'>): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(feed)] });
}
