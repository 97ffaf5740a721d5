import { expect, it, vi } from 'vitest';

interface Alarm {
  readonly delayInMinutes: number;
  readonly periodInMinutes: number;
}

const browser = vi.hoisted(() => ({ made: [] as Alarm[], cleared: 0, ring: (_: { name: string }): void => {} }));
const state = vi.hoisted(() => ({ paused: false, feeds: [{}] as readonly object[] }));

vi.mock('wxt/browser', () => {
  const event = { addListener: () => {} };
  return {
    browser: {
      alarms: {
        onAlarm: { addListener: (listener: typeof browser.ring) => void Object.assign(browser, { ring: listener }) },
        create: async (_: string, alarm: Alarm) => void browser.made.push(alarm),
        get: async () => browser.made.at(-1),
        clear: async () => void browser.cleared++,
      },
      permissions: { onAdded: event },
      runtime: { onInstalled: event, onStartup: event },
    },
  };
});
vi.mock('./choices', () => ({ loadLiveChoices: async () => state, watchLiveChoices: () => {} }));
vi.mock('./stored', () => ({ listFeeds: async () => state.feeds, listSubscriptions: async () => [] }));
vi.mock('./round', () => ({ readFeeds: async () => {} }));

import { keepLiveCoverage } from './alarm';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('rings at no second of its own, and again by itself should the background end', async () => {
  keepLiveCoverage(async () => Promise.reject(new Error('no engine')));
  for (let times = 0; times < 40; times++) {
    browser.ring({ name: 'live' });
    await turn();
  }
  const delays = browser.made.map(({ delayInMinutes }) => delayInMinutes);
  expect(new Set(delays).size).toBe(40);
  expect(Math.min(...delays)).toBeGreaterThan(3);
  expect(Math.max(...delays)).toBeLessThan(7);
  expect(browser.made.every(({ periodInMinutes }) => periodInMinutes === 5)).toBe(true);
});

it('is silent once the reading is paused, and where nothing is followed', async () => {
  state.paused = true;
  browser.ring({ name: 'live' });
  await turn();
  expect(browser.cleared).toBe(1);
  state.paused = false;
  state.feeds = [];
  browser.ring({ name: 'live' });
  await turn();
  expect(browser.cleared).toBe(2);
});
