/** Indexes that the reader subscribes to: asked for, listed, let go. */
import { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import { originOf } from '../../coverage/catalogue';
import { newSubscription, type Subscription } from '../../coverage/subscription';
import { askToReadFeeds } from '../messages';
import { changeLive, shardTable, subscriptionTable } from './database';
import { giveBack, isGranted } from './granted';
import { listFeeds, listSubscriptions } from './stored';

/** Subscribes to the index whose manifest is at an address. Must be the first thing a click handler does. */
export async function subscribe(address: string): Promise<boolean> {
  const kept = changeLive(async () => {
    const isNew = (await subscriptionTable.get(address)) === undefined;
    if (isNew) await subscriptionTable.put(newSubscription(address, Date.now()));
    return isNew;
  });
  const granted = await browser.permissions.request({ origins: [originOf({ address })] });
  const isNew = await kept;
  if (granted) await askToReadFeeds('new');
  else if (isNew) await subscriptionTable.delete(address);
  return granted;
}

/** Lets an index go, whole, and gives back its permission where nothing else needs it. */
export async function unsubscribe(address: string): Promise<void> {
  await changeLive(async () => {
    await subscriptionTable.delete(address);
    await shardTable.where('id').startsWith(`${address} `).delete();
  });
  const others = [...(await listFeeds()), ...(await listSubscriptions())].map(originOf);
  const origin = originOf({ address });
  if (!others.includes(origin)) await giveBack([origin]);
}

/** A subscription as the options page shows it. */
export type ShownSubscription = Subscription & { readonly granted: boolean };

/** Calls back with the subscriptions, now and whenever they change; returns how to stop. */
export function watchSubscriptions(onChange: (subscriptions: readonly ShownSubscription[]) => void): () => void {
  const tell = async (all: readonly Subscription[]): Promise<void> => {
    const granted = await Promise.all(all.map(isGranted));
    onChange(all.map((one, at) => ({ ...one, granted: granted[at] ?? false })));
  };
  const query = liveQuery(listSubscriptions).subscribe({ next: (all) => void tell(all), error: () => {} });
  const again = (): void => void listSubscriptions().then(tell);
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  return () => {
    query.unsubscribe();
    browser.permissions.onAdded.removeListener(again);
    browser.permissions.onRemoved.removeListener(again);
  };
}
