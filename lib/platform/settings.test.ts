import { beforeEach, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { languages: ['en'], locks: { request: (_: string, task: () => unknown) => task() } });

/** Loads that are under way, each with how to end it. */
const loads: ((theme: string) => void)[] = [];
const listeners = vi.hoisted(() => new Set<(changes: object) => void>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: () =>
          new Promise((resolve) =>
            loads.push((theme) => resolve({ settings: { version: 2, theme, textSize: 'large' } })),
          ),
        onChanged: {
          addListener: (listener: (changes: object) => void) => listeners.add(listener),
          removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
        },
      },
    },
    i18n: { getAcceptLanguages: async () => ['hi'], getUILanguage: () => 'hi' },
  },
}));

import { followSettings } from './settings';

const themes: string[] = [];
const follow = () => followSettings(({ theme }) => void themes.push(theme));
const change = () => {
  for (const listener of listeners) listener({ settings: {} });
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  loads.length = 0;
  themes.length = 0;
});

it('tells no settings that are older than what was told', async () => {
  const stop = follow();
  change();
  loads[1]?.('dark');
  await settled();
  loads[0]?.('light');
  await settled();
  expect(themes).toEqual(['dark']);
  stop();
});

it('loads once for all who follow, and tells who comes later what is known', async () => {
  const stops = [follow(), follow()];
  expect(loads).toHaveLength(1);
  loads[0]?.('dark');
  await settled();
  stops.push(follow());
  expect(themes).toEqual(['dark', 'dark', 'dark']);
  for (const stop of stops) stop();
  expect(listeners.size).toBe(0);
  follow()();
  expect(loads).toHaveLength(2);
});

it('tells nothing to whoever has stopped', async () => {
  const stop = follow();
  stop();
  loads[0]?.('light');
  await settled();
  expect(themes).toEqual([]);
  expect(listeners.size).toBe(0);
});
