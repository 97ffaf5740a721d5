import { beforeEach, expect, it, vi } from 'vitest';
import type { TabState } from './schemas';

const tab = vi.hoisted(() => ({ open: true, state: null as unknown, forgotten: vi.fn(async () => {}) }));
vi.mock('wxt/browser', () => ({
  browser: {
    tabs: {
      get: async () => {
        if (!tab.open) throw new Error('No tab with id');
        return { incognito: true };
      },
    },
  },
}));
vi.mock('./page-script', () => ({ PAGE_SCRIPT: '/page.js', runInPage: () => Promise.reject(new Error('gone')) }));
vi.mock('./history', () => ({ addToHistory: async () => null }));
vi.mock('./tab-state', () => ({ finishReading: async () => tab.state, forgetTab: tab.forgotten }));

import { completeTab } from './read-tab';

const reading = { status: 'reading', readId: 'first', address: null } as const;
const complete = (): Promise<TabState> =>
  completeTab(1, undefined, reading, () => Promise.reject(new Error('no index')));

beforeEach(() => {
  tab.open = true;
  tab.forgotten.mockClear();
});

it('answers what is known of the tab by then: it may be read anew, or have gone', async () => {
  tab.state = { ...reading, readId: 'second' };
  expect(await complete()).toEqual(tab.state);
  tab.state = null;
  expect(await complete()).toEqual({ status: 'left' });
  expect(tab.forgotten).not.toHaveBeenCalled();
});

it('leaves nothing of a tab that has closed', async () => {
  tab.open = false;
  await complete();
  await vi.waitFor(() => expect(tab.forgotten).toHaveBeenCalledWith(1));
});
