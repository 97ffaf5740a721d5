import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const kept = vi.hoisted(() => new Map<string, unknown>());
const settings = vi.hoisted(() => ({ sites: [] as readonly string[] }));
const told = vi.hoisted(() => ({ added: () => {}, granted: true }));
vi.mock('./settings', () => ({
  loadSettings: async () => settings,
  changeSettings: async (change: (now: typeof settings) => typeof settings) =>
    Object.assign(settings, change(settings)),
  watchSettings: () => {},
}));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: kept.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) kept.set(key, value);
        },
        remove: async (key: string) => void kept.delete(key),
      },
    },
    permissions: {
      // Chromium closes the popup with its question: the answer is not heard there.
      request: () => new Promise(() => {}),
      contains: async () => told.granted,
      onAdded: { addListener: (listener: () => void) => void Object.assign(told, { added: listener }) },
      onRemoved: { addListener: () => {} },
    },
    runtime: { onInstalled: { addListener: () => {} }, onStartup: { addListener: () => {} } },
  },
}));

import { forgetWish, keepSitesInStep, turnSiteOn } from './sites';

const onTurnedOn = vi.fn(async () => {});

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  settings.sites = [];
  told.granted = true;
  onTurnedOn.mockClear();
  keepSitesInStep(onTurnedOn);
});
afterEach(() => void vi.useRealTimers());

async function grantAfter(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  told.added();
  await vi.advanceTimersByTimeAsync(0);
}

it('turns the site on that was asked for, once the browser grants it', async () => {
  void turnSiteOn('news.example');
  await grantAfter(20_000);
  expect(settings.sites).toEqual(['news.example']);
  expect(onTurnedOn).toHaveBeenCalledWith('news.example');
});

it('takes no later grant for an answer', async () => {
  void turnSiteOn('news.example');
  await grantAfter(200_000);
  expect(settings.sites).toEqual([]);
  expect(onTurnedOn).not.toHaveBeenCalled();
});

it('takes no grant for an answer that comes after the popup was opened anew', async () => {
  void turnSiteOn('news.example');
  await forgetWish();
  await grantAfter(1000);
  expect(settings.sites).toEqual([]);
});

it('waits on where something else is granted', async () => {
  void turnSiteOn('news.example');
  told.granted = false;
  await grantAfter(1000);
  expect(settings.sites).toEqual([]);
  told.granted = true;
  await grantAfter(1000);
  expect(settings.sites).toEqual(['news.example']);
});

it.each([-86_400_000, 86_400_000])('takes no wish for a present one where the clock was set by %i ms', async (by) => {
  void turnSiteOn('news.example');
  await vi.advanceTimersByTimeAsync(100);
  vi.setSystemTime(Date.now() + by);
  told.added();
  await vi.advanceTimersByTimeAsync(0);
  expect(settings.sites).toEqual([]);
});
