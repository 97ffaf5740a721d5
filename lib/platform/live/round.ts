/** A round: the feeds that are due are read, and what they bring is kept. */
import { browser } from 'wxt/browser';
import type { LiveItem } from '../../coverage/accept-item';
import { addItems, type Chunk } from '../../coverage/add-items';
import { judgeClock } from '../../coverage/clock';
import { oldestDay } from '../../coverage/days';
import type { FollowedFeed } from '../../coverage/followed-feed';
import type { LiveChoices } from '../../coverage/live-choices';
import { chunksToDrop } from '../../coverage/retention';
import type { Engine } from '../../match/engine';
import { type Answer, acceptAll, failed, setAside } from './answer';
import { loadLiveChoices } from './choices';
import { hasOrdinaryWindow, isSavingData } from './conditions';
import { chunkKeysTable, chunkTable, feedTable, keepLive } from './database';
import { fetchFeed } from './fetch-feed';
import { beginAsking, isGranted } from './granted';
import { noteFailure } from './live-failure';
import { openFeeds } from './live-index';
import { readSubscriptions } from './read-subscription';
import { afterReading } from './standing';
import { listChunks, listFeeds, openChunkStore } from './stored';
import { tidyChunks } from './tidy-chunks';

/** Requests that are under way at a time. */
const AT_ONCE = 4;
/** So many feeds are stored together: each time some chunks are made anew, and a kill loses no more than these. */
const STORED_TOGETHER = 16;

/** Which feeds are read: those whose time has come, those that have just been chosen, or all, at the reader's wish. */
export type Which = 'due' | 'new' | 'all';

/** Reads feeds, one round at a time. Returns when all of it is stored. */
export async function readFeeds(which: Which, loadEngine: () => Promise<Engine>): Promise<void> {
  await navigator.locks.request('live-round', async () => {
    const choices = await loadLiveChoices();
    if (!navigator.onLine || !(await hasOrdinaryWindow())) return;
    // What the reader asks for goes on whatever they have chosen for the rest.
    if (which !== 'all' && (choices.paused || isSavingData())) return;
    const feeds = await feedsToRead(which);
    if (feeds.length > 0) {
      await noteFailure(null);
      await new Round(choices, loadEngine).run(feeds);
    }
    const failure = await tidyChunks(choices.mostItems);
    if (failure !== null) await noteFailure(failure);
    if (feeds.length > 0) await openFeeds().catch(() => null);
    await readSubscriptions(which, choices);
  });
}

async function feedsToRead(which: Which): Promise<FollowedFeed[]> {
  const now = Date.now();
  const wanted = (feed: FollowedFeed): boolean =>
    which === 'all' || (which === 'new' ? feed.state === 'new' : isDue(feed, now));
  const feeds = (await listFeeds()).filter(wanted);
  const granted = await Promise.all(feeds.map(isGranted));
  return feeds.filter((_, at) => granted[at]);
}

/** A clock that was set back must not keep a feed waiting for days. */
function isDue({ dueAt, triedAt }: FollowedFeed, now: number): boolean {
  return dueAt <= now || (triedAt !== null && triedAt > now);
}

class Round {
  constructor(
    private readonly choices: LiveChoices,
    private readonly loadEngine: () => Promise<Engine>,
  ) {}

  async run(feeds: readonly FollowedFeed[]): Promise<void> {
    const waiting = feeds.values();
    let answers: Answer[] = [];
    let storing: Promise<void> = Promise.resolve();
    const store = (): void => {
      const some = answers;
      answers = [];
      storing = storing.then(() => this.#store(some));
    };
    const work = async (): Promise<void> => {
      for (const feed of waiting) {
        const asked = await beginAsking(
          () => mayStillBeRead(feed),
          () => fetchFeed(feed),
        );
        if (asked === null) continue;
        const outcome = await asked.answer;
        // Named after the waiting: what was gathered before may have been stored meanwhile.
        answers.push({ feed, outcome });
        stayAwake();
        if (answers.length >= STORED_TOGETHER) store();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    store();
    await storing;
  }

  /**
   * Keeps what some feeds brought: items, how the feeds stand, and what has to go, in one transaction. Where the reader has
   * let go of one of the feeds meanwhile, or of everything, it is worked out anew with those that are left: nothing that
   * they let go comes back.
   */
  async #store(given: readonly Answer[]): Promise<void> {
    if (given.length === 0) return;
    const now = Date.now();
    const clock = judgeClock(
      now,
      given.map(({ outcome }) => outcome.serverTime),
      (await listFeeds()).map(({ readAt }) => readAt),
    );
    const answers = clock === 'wrong' ? given.map(setAside) : given;
    const oldest = oldestDay(now, this.choices.days);
    const items: LiveItem[] = [];
    const feeds = answers.map(({ feed, outcome }) => {
      const { accepted, notes } = acceptAll({ feed, outcome }, now, oldest);
      items.push(...accepted);
      return afterReading(feed, outcome, notes, now, this.choices.intervalMinutes);
    });
    const changed = await this.#chunksOf(items).catch(toFailure);
    // What nobody foresaw in one feed stops no other, and is no reason to ask for it at once again.
    if (changed instanceof Error) {
      const [only, ...others] = answers;
      if (only !== undefined && others.length === 0)
        return this.#store([{ feed: only.feed, outcome: failed(changed) }]);
      for (const answer of answers) await this.#store([answer]);
      return;
    }
    const replaced = changed.flatMap(({ replaces }) => replaces ?? []);
    const addresses = feeds.map(({ address }) => address);
    const again: Answer[] = [];
    const failure = await keepLive(async () => {
      again.length = 0;
      const followed = await feedTable.bulkGet(addresses);
      const there = await chunkKeysTable.where('id').anyOf(replaced).count();
      if (followed.includes(undefined) || there < replaced.length) {
        again.push(...answers.filter((_, at) => followed[at] !== undefined));
        return;
      }
      await chunkTable.bulkDelete(replaced);
      await chunkKeysTable.bulkDelete(replaced);
      await chunkTable.bulkPut(changed.map(({ keys, bytes }) => ({ id: keys.id, bytes })));
      await chunkKeysTable.bulkPut(changed.map(({ keys }) => keys));
      await feedTable.bulkPut(feeds);
      if (clock === 'right') await dropOld(this.choices, now);
    });
    if (failure !== null) {
      await noteFailure(failure);
      await this.#putOff(feeds);
    } else await this.#store(again);
  }

  async #chunksOf(items: readonly LiveItem[]): Promise<Chunk[]> {
    if (items.length === 0) return [];
    return addItems(items, await openChunkStore(), (await this.loadEngine()).fingerprint);
  }

  /** Where nothing can be kept the feeds are not asked again at once. */
  async #putOff(feeds: readonly FollowedFeed[]): Promise<void> {
    await keepLive(async () => {
      for (const { address, dueAt } of feeds) await feedTable.update(address, { dueAt });
    });
  }
}

function toFailure(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** A round takes minutes where servers are slow: the reader may have let a feed go, or taken its permission back. */
async function mayStillBeRead({ address }: FollowedFeed): Promise<boolean> {
  return (await feedTable.get(address)) !== undefined && (await isGranted({ address }));
}

/** Lets go of days that have passed. */
async function dropOld({ days }: LiveChoices, now: number): Promise<void> {
  const dropped = chunksToDrop(await listChunks(), oldestDay(now, days));
  await chunkTable.bulkDelete(dropped);
  await chunkKeysTable.bulkDelete(dropped);
}

/** Chromium ends a worker that has called none of its interfaces for half a minute, whatever it waits for. */
function stayAwake(): void {
  void browser.runtime.getPlatformInfo();
}
