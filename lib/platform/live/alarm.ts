import { browser } from 'wxt/browser';
import type { Engine } from '../../match/engine';
import { loadLiveChoices, watchLiveChoices } from './choices';
import { readFeeds } from './round';
import { listFeeds, listSubscriptions } from './stored';

const ALARM = 'live';
/** How often it is looked whether a feed is due. Each has a time of its own within the reader's interval. */
const TICK_MINUTES = 5;

/** Keeps the alarm as long as there is something to read: without feeds, or paused, nothing wakes the background. */
async function keepAlarm(): Promise<void> {
  const [feeds, indexes, { paused }] = await Promise.all([listFeeds(), listSubscriptions(), loadLiveChoices()]);
  if (feeds.length + indexes.length === 0 || paused) await browser.alarms.clear(ALARM);
  // Made anew it would begin to count anew.
  else if ((await browser.alarms.get(ALARM)) === undefined) {
    await browser.alarms.create(ALARM, { periodInMinutes: TICK_MINUTES });
  }
}

/**
 * Reads the feeds that the reader follows: when their time has come, and once their origin is allowed. The clock and the
 * reader's choices decide, never what is being read.
 */
export function keepLiveCoverage(loadEngine: () => Promise<Engine>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void readFeeds('due', loadEngine).then(keepAlarm);
  });
  // Chromium may have closed the page that asked.
  browser.permissions.onAdded.addListener(() => void readNew(loadEngine));
  browser.runtime.onInstalled.addListener(() => void keepAlarm());
  browser.runtime.onStartup.addListener(() => void keepAlarm());
  watchLiveChoices(() => void keepAlarm());
}

/** Reads the feeds that have just been chosen, and sees to it that they are read again. */
export async function readNew(loadEngine: () => Promise<Engine>): Promise<void> {
  await keepAlarm();
  await readFeeds('new', loadEngine);
}
