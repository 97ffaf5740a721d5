/** The live index as the background searches it. */
import { isHeadlineOnly } from '../../coverage/accept-item';
import { type OpenChunks, openChunks, readStatistics, writeStatistics } from '../../coverage/chunk-index';
import { isFailing } from '../../coverage/followed-feed';
import { openSubscribed } from '../../coverage/subscribed-index';
import type { Subscription } from '../../coverage/subscription';
import type { LiveIndex } from '../../match/live-reports';
import type { LiveFacts } from '../../match/types';
import { loadLiveChoices } from './choices';
import { listRefused } from './granted';
import { keepStatistics, listChunks, listFeeds, listSubscriptions, loadChunk, loadStatistics } from './stored';
import { listFiles } from './subscribed-files';

/** What an article is searched in beside the bundled index. */
export interface LiveCoverage {
  readonly indexes: readonly LiveIndex[];
  /** Null where the reader follows no source. */
  readonly facts: LiveFacts | null;
}

/** What is open in this worker's life, and the chunks that it was made from. */
let open: { readonly chunks: string; readonly live: OpenChunks | null } | null = null;

/** Subscribed indexes that are open, by the address and manifest that they were opened from. */
let subscribed: ReadonlyMap<string, LiveIndex['index'] | null> = new Map();

/** What is searched beside the bundled index, as it is by now; opened anew only where it has changed. */
export async function loadLiveCoverage(): Promise<LiveCoverage> {
  const [feeds, subscriptions, { paused }] = await Promise.all([listFeeds(), listSubscriptions(), loadLiveChoices()]);
  if (feeds.length + subscriptions.length === 0) {
    subscribed = new Map();
    return { indexes: [], facts: null };
  }
  const reads = [...feeds, ...subscriptions].flatMap(({ readAt }) => readAt ?? []);
  const readAt = reads.length === 0 ? null : new Date(Math.max(...reads)).toISOString();
  const asOf = readAt ?? new Date().toISOString();
  const ofFeeds = await openFeeds();
  const others = await openSubscriptions(subscriptions);
  const indexes: LiveIndex[] = others.map((index) => ({
    origin: 'subscribed',
    index,
    asOf,
    isHeadlineOnly: () => false,
  }));
  if (ofFeeds !== null) indexes.unshift({ origin: 'feed', index: ofFeeds, asOf, isHeadlineOnly });
  // A permission that was given back is a failure that no reading tells of.
  const refused: ReadonlySet<unknown> = new Set(await listRefused([...feeds, ...subscriptions]));
  const failing = [
    ...feeds
      .filter((feed) => isFailing(feed) || refused.has(feed))
      .map(({ name, address }) => name || new URL(address).host),
    ...subscriptions
      .filter((one) => (one.state !== 'ok' && one.state !== 'new') || refused.has(one))
      .map(({ address }) => new URL(address).host),
  ];
  const articles = indexes.reduce((sum, { index }) => sum + index.size, 0);
  return {
    indexes,
    facts: { feeds: feeds.length, subscriptions: subscriptions.length, articles, readAt, failing, paused },
  };
}

/**
 * Opens what the feeds brought. Called after a round as well: then the statistics are there, and kept, before an article
 * asks for them, in this worker's life or in the next.
 */
export function openFeeds(): Promise<LiveIndex['index'] | null> {
  return navigator.locks.request('live-open', async () => {
    const ids = (await listChunks()).map(({ id }) => id);
    const key = ids.join();
    if (open?.chunks !== key) {
      const files = await Promise.all(ids.map(async (id) => ({ id, bytes: await loadChunk(id) })));
      const there = files.flatMap(({ id, bytes }) => (bytes === null ? [] : [{ id, bytes }]));
      const known = open?.live?.statistics ?? readStatistics(await loadStatistics());
      const live = await openChunks(there, open?.live ?? null, known);
      open = { chunks: key, live };
      // A full disk is no reason not to search.
      if (live !== null && live.statistics !== known) {
        await keepStatistics(writeStatistics(live.statistics)).catch(() => {});
      }
    }
    return open.live?.index ?? null;
  });
}

async function openSubscriptions(subscriptions: readonly Subscription[]): Promise<LiveIndex['index'][]> {
  const now = new Map<string, LiveIndex['index'] | null>();
  for (const { address, manifest } of subscriptions) {
    if (manifest === null) continue;
    const key = `${address} ${manifest}`;
    const known = subscribed.get(key);
    // One that is damaged takes nothing else with it.
    now.set(key, known ?? (await openFiles(address, manifest).catch(() => null)));
  }
  subscribed = now;
  return [...now.values()].filter((index) => index !== null);
}

async function openFiles(address: string, manifest: string): Promise<LiveIndex['index'] | null> {
  return openSubscribed(manifest, await listFiles(address));
}
