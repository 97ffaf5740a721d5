import { afterEach, expect, it, vi } from 'vitest';

const windows = vi.hoisted(() => ({ all: [] as readonly { readonly incognito: boolean }[] }));
vi.mock('wxt/browser', () => ({ browser: { windows: { getAll: async () => windows.all } } }));

import { hasOrdinaryWindow, isSavingData, tellsDataSaving } from './conditions';

afterEach(() => vi.unstubAllGlobals());

it('knows whether data is saved where the browser tells', () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  expect([tellsDataSaving(), isSavingData()]).toEqual([true, true]);
  vi.stubGlobal('navigator', { connection: { saveData: false } });
  expect([tellsDataSaving(), isSavingData()]).toEqual([true, false]);
  vi.stubGlobal('navigator', {});
  expect([tellsDataSaving(), isSavingData()]).toEqual([false, false]);
});

it('knows whether a window is open that is not private', async () => {
  windows.all = [];
  expect(await hasOrdinaryWindow()).toBe(false);
  windows.all = [{ incognito: true }];
  expect(await hasOrdinaryWindow()).toBe(false);
  windows.all = [{ incognito: true }, { incognito: false }];
  expect(await hasOrdinaryWindow()).toBe(true);
});
