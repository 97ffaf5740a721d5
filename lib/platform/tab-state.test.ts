import { beforeEach, describe, expect, it, vi } from 'vitest';

// Node has no locks before version 24; what they are for is tried in the browsers.
vi.stubGlobal('navigator', { locks: { request: (_: string, task: () => unknown) => task() } });

const kept = new Map<string, unknown>();
/** How many characters there is room for. */
let room = Number.POSITIVE_INFINITY;
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key?: string) => {
          if (key === undefined) return Object.fromEntries(kept);
          return kept.has(key) ? { [key]: kept.get(key) } : {};
        },
        set: async (items: Record<string, unknown>) => {
          const all = { ...Object.fromEntries(kept), ...items };
          if (JSON.stringify(all).length > room) throw new Error('Session storage quota bytes exceeded');
          for (const [key, value] of Object.entries(items)) kept.set(key, value);
        },
        remove: async (key: string) => void kept.delete(key),
      },
    },
  },
}));

import type { TabState } from './schemas';
import {
  finishReading,
  forgetTab,
  getTabState,
  hasMoved,
  isAwaited,
  leaveIfMoved,
  pageAddress,
  startFirstReading,
  startReading,
} from './tab-state';

const reading = { status: 'reading', readId: 'first', address: 'https://a.example/1' } as const;
const failed: TabState = { ...reading, status: 'failed', failure: { code: 'timeout', detail: '' } };

beforeEach(() => {
  kept.clear();
  room = Number.POSITIVE_INFINITY;
});

describe('what is kept of a tab', () => {
  it('is its last reading', async () => {
    expect(await getTabState(1)).toBeNull();
    await startReading(1, reading);
    await finishReading(1, reading, failed);
    expect(await getTabState(1)).toEqual(failed);
    expect(await getTabState(2)).toBeNull();
  });

  it('is not an outcome that comes after the tab has moved on', async () => {
    await startReading(1, reading);
    await forgetTab(1);
    expect(await finishReading(1, reading, failed)).toBeNull();
    expect(await getTabState(1)).toBeNull();
  });

  it('is not an outcome that comes after a newer reading has begun', async () => {
    await startReading(1, reading);
    await startReading(1, { ...reading, readId: 'second' });
    await finishReading(1, reading, failed);
    expect(await getTabState(1)).toMatchObject({ status: 'reading', readId: 'second' });
  });

  it('takes the room of the older tabs where there is no other', async () => {
    const page = { kind: 'home', title: 'x', lang: 'en', publishedAt: null, site: null, url: null };
    for (const tab of [3, 20, 4]) kept.set(`tab:${tab}`, { ...reading, status: 'read', page, findings: null });
    kept.set('tab:2', { status: 'left' });
    await startReading(5, reading);
    room = JSON.stringify(Object.fromEntries(kept)).length;
    expect(await finishReading(5, reading, failed)).toEqual(failed);
    expect([...kept.keys()].sort()).toEqual(['tab:2', 'tab:20', 'tab:5']);
  });

  it('is a failure where there is no room at all', async () => {
    await startReading(5, reading);
    room = 300;
    const long = { ...failed, failure: { code: 'timeout', detail: 'x'.repeat(300) } } as const;
    expect(await finishReading(5, reading, long)).toMatchObject({ status: 'failed', failure: { code: 'internal' } });
    expect(await getTabState(5)).toMatchObject({ status: 'failed', readId: 'first' });
  });

  it.each([undefined, 7, {}, { status: 'read' }, { ...reading, status: 'new' }, { ...failed, failure: 'odd' }])(
    'counts as nothing when it is damaged or of another version: %j',
    async (value) => {
      kept.set('tab:1', value);
      expect(await getTabState(1)).toBeNull();
    },
  );
});

describe('a reading that nobody asked for', () => {
  it('begins once for an address', async () => {
    const again = { ...reading, readId: 'again' };
    expect(await startFirstReading(1, reading)).not.toBeNull();
    expect(await startFirstReading(1, again)).toBeNull();
    await finishReading(1, reading, failed);
    expect(await startFirstReading(1, again)).toBeNull();
    expect(await getTabState(1)).toEqual(failed);
  });

  it('begins anew for another address, and for a page that the tab has come back to', async () => {
    const other = { ...reading, readId: 'other', address: 'https://a.example/2' };
    await startReading(1, reading);
    expect(await startFirstReading(1, other)).not.toBeNull();
    await leaveIfMoved(1, { url: 'https://a.example/1' }, undefined);
    expect(await startFirstReading(1, reading)).not.toBeNull();
  });

  it('begins anew for a page that failed, once it is loaded again', async () => {
    const again = { ...reading, readId: 'again' };
    await startReading(1, reading);
    await leaveIfMoved(1, { status: 'loading' }, reading.address);
    expect(await startFirstReading(1, again)).toBeNull();
    await finishReading(1, reading, failed);
    await leaveIfMoved(1, { status: 'complete' }, reading.address);
    expect(await startFirstReading(1, again)).toBeNull();
    await leaveIfMoved(1, { status: 'loading' }, reading.address);
    expect(await startFirstReading(1, again)).not.toBeNull();
  });

  it('leaves no trace when it comes to nothing, unless another has begun', async () => {
    const takeBack = await startFirstReading(1, reading);
    expect(await isAwaited(1, reading)).toBe(true);
    await takeBack?.();
    expect(await getTabState(1)).toBeNull();

    await startReading(1, { ...reading, address: 'https://a.example/2' });
    await leaveIfMoved(1, { status: 'loading' }, undefined);
    await (await startFirstReading(1, reading))?.();
    expect(await getTabState(1)).toEqual({ status: 'left' });

    const late = await startFirstReading(1, reading);
    await startReading(1, { ...reading, readId: 'second' });
    await late?.();
    expect(await getTabState(1)).toMatchObject({ readId: 'second' });
  });
});

describe('a page that has gone', () => {
  it('leaves nothing but the fact that there was one', async () => {
    await startReading(1, reading);
    await finishReading(1, reading, failed);
    await leaveIfMoved(1, { status: 'loading' }, undefined);
    expect([...kept.values()]).toEqual([{ status: 'left' }]);
    await finishReading(1, reading, failed);
    await leaveIfMoved(1, { status: 'loading' }, undefined);
    expect([...kept.values()]).toEqual([{ status: 'left' }]);
  });

  it('was none where the tab had not been read', async () => {
    await leaveIfMoved(1, { status: 'loading' }, undefined);
    expect(await getTabState(1)).toBeNull();
  });
});

describe('whether a page has gone', () => {
  it.each([
    ['a new load whose address is not told', { status: 'loading' }, undefined, true],
    ['a load of another page', { status: 'loading' }, 'https://a.example/2', true],
    ['an address changed without a load', { url: 'https://a.example/2' }, 'https://a.example/2', true],
    ['the same page again', { status: 'loading' }, 'https://a.example/1', false],
    ['a place within the page', { url: 'https://a.example/1#end' }, 'https://a.example/1#end', false],
    ['the end of loading', { status: 'complete' }, undefined, false],
    ['a new title', {}, 'https://a.example/2', false],
  ])('%s', (_, change, url, moved) => {
    expect(hasMoved(change, url, reading)).toBe(moved);
  });

  it('an address stands without its fragment', () => {
    expect(pageAddress('https://a.example/1?q=2#x')).toBe('https://a.example/1?q=2');
    expect(pageAddress('nonsense')).toBeNull();
    expect(pageAddress(undefined)).toBeNull();
  });
});
