/** The feeds that the reader follows: chosen, allowed, let go. */
import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import { feedKey, feedOfItem } from '../../coverage/accept-item';
import { originOf } from '../../coverage/catalogue';
import { type FeedChoice, type FollowedFeed, newFeed } from '../../coverage/followed-feed';
import { askToReadFeeds } from '../messages';
import { changeLive, feedTable } from './database';
import { giveBack, isGranted } from './granted';
import { listFeeds, listSubscriptions, openChunkStore } from './stored';
import { removeItems } from './tidy-chunks';

/** A feed as the options page shows it. */
export interface ShownFeed extends FollowedFeed {
  /** Whether the browser lets it be read. */
  readonly granted: boolean;
}

/**
 * Follows feeds: keeps them, asks the browser once for the origins of all of them, and reads them where that is allowed.
 * Must be the first thing a click handler does. They are kept before the answer, because Chromium may close the page that
 * asks: then the background goes on. Those that are refused are let go again.
 */
export async function followFeeds(choices: readonly FeedChoice[]): Promise<boolean> {
  const kept = addFeeds(choices);
  const origins = [...new Set(choices.map(originOf))];
  const granted = await browser.permissions.request({ origins });
  const added = await kept;
  if (granted) await askToReadFeeds('new');
  else await removeRefused(added);
  return granted;
}

/** Keeps feeds that are not followed yet; which these are. */
async function addFeeds(choices: readonly FeedChoice[]): Promise<string[]> {
  const now = Date.now();
  return changeLive(async () => {
    const known = await feedTable.bulkGet(choices.map(({ address }) => address));
    const fresh = choices.filter((_, at) => known[at] === undefined);
    await feedTable.bulkPut(fresh.map((choice) => newFeed(choice, now)));
    return fresh.map(({ address }) => address);
  });
}

async function removeRefused(addresses: readonly string[]): Promise<void> {
  const granted = await Promise.all(addresses.map((address) => isGranted({ address })));
  await feedTable.bulkDelete(addresses.filter((_, at) => !granted[at]));
}

/** Asks anew for the origin of a feed that the browser does not let be read. First thing in a click, too. */
export async function allowFeed(feed: Pick<FollowedFeed, 'address'>): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [originOf(feed)] });
  if (granted) await askToReadFeeds('new');
  return granted;
}

/** Follows a feed at the address that it has moved to, in place of the old one. First thing in a click, too. */
export async function moveFeed(
  { address, name, lang }: Pick<FollowedFeed, 'address' | 'name' | 'lang'>,
  target: string,
): Promise<boolean> {
  const granted = await followFeeds([{ address: target, name, lang }]);
  if (granted) await unfollowFeeds([address]);
  return granted;
}

/** Lets feeds go with all that came from them, and gives back the permissions that nothing else needs. */
export async function unfollowFeeds(addresses: readonly string[]): Promise<void> {
  const gone = new Set(addresses);
  const rest = (await listFeeds()).filter(({ address }) => !gone.has(address));
  const needed = new Set([...rest, ...(await listSubscriptions())].map(originOf));
  const origins = [...new Set(addresses.map((address) => originOf({ address })))].filter(
    (origin) => !needed.has(origin),
  );
  await forgetItemsOf(addresses);
  if (origins.length > 0) await giveBack(origins);
}

/** Forgets feeds and their items. */
async function forgetItemsOf(addresses: readonly string[]): Promise<void> {
  const keys = new Set(addresses.map(feedKey));
  await removeItems(
    (id) => keys.has(feedOfItem(id)),
    async () => {
      await feedTable.bulkDelete([...addresses]);
      // What another feed has as well was kept once, and has gone: they all are asked for whole again.
      await feedTable.toCollection().modify({ etag: null, lastModified: null });
    },
  );
}

/** The addresses that are followed. */
export async function listFollowed(): Promise<ReadonlySet<string>> {
  return new Set((await listFeeds()).map(({ address }) => address));
}

/** What the live index holds. */
export interface LiveContents {
  readonly items: number;
  /** First and last day; null where it is empty. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Calls back with the feeds, now and after every change here, in another view or of a permission; returns how to stop. */
export function watchFeeds(onFeeds: (feeds: readonly ShownFeed[], contents: LiveContents) => void): () => void {
  const load = async (): Promise<[ShownFeed[], LiveContents]> => {
    const { chunks } = await openChunkStore();
    const feeds = await listFeeds();
    const contents = {
      items: chunks.reduce((sum, { ids }) => sum + ids.length, 0),
      from: chunks[0]?.day ?? null,
      to: chunks.at(-1)?.day ?? null,
    };
    return [feeds.map((feed) => ({ ...feed, granted: false })), contents];
  };
  let stopped = false;
  const tell = async ([feeds, contents]: [ShownFeed[], LiveContents]): Promise<void> => {
    const granted = await Promise.all(feeds.map(isGranted));
    if (!stopped)
      onFeeds(
        feeds.map((feed, at) => ({ ...feed, granted: granted[at] ?? false })),
        contents,
      );
  };
  const query = liveQuery(load).subscribe({ next: (told) => void tell(told), error: () => {} });
  const again = (): void => void load().then(tell);
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  return () => {
    stopped = true;
    query.unsubscribe();
    browser.permissions.onAdded.removeListener(again);
    browser.permissions.onRemoved.removeListener(again);
  };
}
