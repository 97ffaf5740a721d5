import { browser } from 'wxt/browser';
import type { Engine } from '../../match/engine';
import { loadLiveChoices, watchLiveChoices } from './choices';
import { readFeeds } from './round';
import { listFeeds, listSubscriptions } from './stored';

const ALARM = 'live';
/** How often it is looked whether a feed is due. */
const TICK_MINUTES = 5;
/** The browser's alarms keep to their second: each next one is a little off, so that it is not the reader's own. */
const UNEVEN_MINUTES = 2;

/**
 * Keeps the alarm as long as there is something to read: without feeds, or paused, nothing wakes the background. One at a
 * time: who read before the reader went on would otherwise take away the alarm that their going on has set.
 */
async function keepAlarm(): Promise<void> {
  await navigator.locks.request('live-alarm', async () => {
    const [feeds, indexes, { paused }] = await Promise.all([listFeeds(), listSubscriptions(), loadLiveChoices()]);
    if (feeds.length + indexes.length === 0 || paused) await browser.alarms.clear(ALARM);
    // Made anew it would begin to count anew.
    else if ((await browser.alarms.get(ALARM)) === undefined) await setAlarm();
  });
}

/** The alarm repeats by itself, should the browser end the background before the next is set. */
async function setAlarm(): Promise<void> {
  const delayInMinutes = TICK_MINUTES + UNEVEN_MINUTES * (Math.random() - 0.5);
  await browser.alarms.create(ALARM, { delayInMinutes, periodInMinutes: TICK_MINUTES });
}

/**
 * Reads the feeds that the reader follows: when their time has come, and once their origin is allowed. The clock and the
 * reader's choices decide, never what is being read.
 */
export function keepLiveCoverage(loadEngine: () => Promise<Engine>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM)
      void setAlarm()
        .then(() => readFeeds('due', loadEngine))
        .then(keepAlarm);
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
