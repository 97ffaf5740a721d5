import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

interface Alarm {
  readonly delayInMinutes: number;
  readonly periodInMinutes: number;
}

const browser = vi.hoisted(() => ({ made: [] as Alarm[], cleared: 0, ring: (_: { name: string }): void => {} }));
const state = vi.hoisted(() => ({ paused: false, feeds: [{}] as readonly object[] }));
/** Takes the choices as they are when it is called, and may hand them over later. */
const choices = vi.hoisted(() => ({ load: async (): Promise<object> => ({}), changed: (): void => {} }));

vi.mock('wxt/browser', () => {
  const event = { addListener: () => {} };
  return {
    browser: {
      alarms: {
        onAlarm: { addListener: (listener: typeof browser.ring) => void Object.assign(browser, { ring: listener }) },
        create: async (_: string, alarm: Alarm) => void browser.made.push(alarm),
        get: async () => browser.made.at(-1),
        clear: async () => {
          browser.cleared++;
          browser.made.length = 0;
        },
      },
      permissions: { onAdded: event },
      runtime: { onInstalled: event, onStartup: event },
    },
  };
});
vi.mock('./choices', () => ({
  loadLiveChoices: () => choices.load(),
  watchLiveChoices: (listener: () => void) => void Object.assign(choices, { changed: listener }),
}));
vi.mock('./stored', () => ({ listFeeds: async () => state.feeds, listSubscriptions: async () => [] }));
vi.mock('./round', () => ({ readFeeds: async () => {} }));

import { keepLiveCoverage } from './alarm';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeAll(() => {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<void>): Promise<unknown> => {
    last = last.then(work);
    return last;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  keepLiveCoverage(async () => Promise.reject(new Error('no engine')));
});
beforeEach(() => {
  Object.assign(state, { paused: false, feeds: [{}] });
  Object.assign(browser, { made: [], cleared: 0 });
  choices.load = async () => ({ ...state });
});

it('rings at no second of its own, and again by itself should the background end', async () => {
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

it('rings once the reader goes on, though another was still reading that they paused', async () => {
  state.paused = true;
  let handOver = (): void => {};
  choices.load = () => {
    const read = { ...state };
    choices.load = async () => ({ ...state });
    return new Promise((resolve) => {
      handOver = () => resolve(read);
    });
  };
  choices.changed();
  await turn();
  state.paused = false;
  choices.changed();
  await turn();
  handOver();
  await turn();
  expect(browser.made).toHaveLength(1);
});
