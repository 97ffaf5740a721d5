import { beforeEach, expect, it, vi } from 'vitest';
import { backupFile } from '../export/backup';
import type { StorageFailure } from '../library/storage-failure';
import { defaultSettings, type Settings } from '../settings/settings';

const here = defaultSettings(['hi']);
const brought: Settings = { ...defaultSettings(['bn']), theme: 'dark' };
const state = vi.hoisted(() => ({
  settings: null as unknown,
  full: false,
  failure: null as StorageFailure | null,
  steps: [] as string[],
}));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('./settings', () => ({
  changeSettings: async (change: (settings: unknown) => unknown) => {
    if (state.full) throw new DOMException('no room', 'QuotaExceededError');
    state.steps.push('settings');
    state.settings = change(state.settings);
  },
}));
vi.mock('./database', () => ({
  changeBoth: () => {},
  keep: async () => {
    state.steps.push('stories');
    return state.failure;
  },
  failureOf: async () => ({ code: 'storage-full', detail: '' }),
}));

import { importFile } from './data';

const file = new Blob([backupFile({ settings: brought, saved: [], history: [] })]);

beforeEach(() => void Object.assign(state, { settings: here, full: false, failure: null, steps: [] }));

it('brings settings and stories', async () => {
  expect(await importFile(file)).toEqual({ stories: 0 });
  expect(state.settings).toEqual(brought);
});

it('leaves the settings as they were where the stories cannot be kept', async () => {
  state.failure = { code: 'storage-full', detail: '' };
  expect(await importFile(file)).toEqual(state.failure);
  expect(state.settings).toEqual(here);
});

it('brings no stories where the settings cannot be kept', async () => {
  state.full = true;
  expect(await importFile(file)).toEqual({ code: 'storage-full', detail: '' });
  expect(state.steps).toEqual([]);
});
