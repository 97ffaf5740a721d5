import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { acceptItem } from '../../coverage/accept-item';
import type { ChunkKeys } from '../../coverage/chunks';
import { oldestDay } from '../../coverage/days';
import { feedOf, itemOf } from '../../coverage/feeds.testing';
import type { FollowedFeed } from '../../coverage/followed-feed';
import type { Engine } from '../../match/engine';

/** What the round needs of tables, in memory. */
class MemoryTable<T> {
  readonly rows = new Map<string, T>();
  constructor(private readonly keyOf: (row: T) => string) {}
  get = async (key: string) => this.rows.get(key);
  bulkGet = async (keys: readonly string[]) => keys.map((key) => this.rows.get(key));
  bulkPut = async (rows: readonly T[]) => rows.forEach((row) => void this.rows.set(this.keyOf(row), row));
  bulkDelete = async (keys: readonly string[]) => keys.forEach((key) => void this.rows.delete(key));
  where = () => ({
    anyOf: (keys: readonly string[]) => ({ count: async () => keys.filter((key) => this.rows.has(key)).length }),
  });
}

const kept = vi.hoisted(() => ({
  refused: new Set<string>(),
  onFetch: (_: string): void => {},
  /** What time it is for the servers; null where they do not say. */
  serverTime: null as number | null,
  /** When the item of each feed was published. */
  publishedAt: '',
  path: '/1',
}));
const tables = {
  feeds: new MemoryTable<FollowedFeed>(({ address }) => address),
  keys: new MemoryTable<ChunkKeys>(({ id }) => id),
  files: new MemoryTable<{ id: string; bytes: Uint8Array }>(({ id }) => id),
};

vi.mock('wxt/browser', () => ({ browser: { runtime: { getPlatformInfo: () => {} } } }));
vi.mock('./database', () => ({
  get feedTable() {
    return tables.feeds;
  },
  get chunkKeysTable() {
    return tables.keys;
  },
  get chunkTable() {
    return tables.files;
  },
  keepLive: async (changes: () => Promise<void>) => changes().then(() => null),
}));
vi.mock('./stored', () => ({
  listFeeds: async () => [...tables.feeds.rows.values()],
  listChunks: async () => [...tables.keys.rows.values()],
  openChunkStore: async () => ({
    chunks: [...tables.keys.rows.values()],
    load: async (id: string) => tables.files.rows.get(id)?.bytes ?? null,
    newId: () => crypto.randomUUID(),
  }),
}));
vi.mock('./choices', () => ({
  loadLiveChoices: async () => ({ paused: false, intervalMinutes: 60, days: 14, mostItems: 50_000 }),
}));
vi.mock('./conditions', () => ({ hasOrdinaryWindow: async () => true, isSavingData: () => false }));
vi.mock('./granted', async (original) => ({
  ...(await original<typeof import('./granted')>()),
  isGranted: async ({ address }: FollowedFeed) => !kept.refused.has(address),
}));
vi.mock('./live-failure', () => ({ noteFailure: async () => {} }));
vi.mock('./live-index', () => ({ openFeeds: async () => null }));
vi.mock('./tidy-chunks', () => ({ tidyChunks: async () => null }));
vi.mock('./read-subscription', () => ({ readSubscriptions: async () => {} }));
vi.mock('./fetch-feed', () => ({
  fetchFeed: async ({ address }: FollowedFeed) => {
    kept.onFetch(address);
    const url = new URL(kept.path, address).href;
    const item = itemOf(1, { url, title: `Ferry of ${address} ${kept.path}`, publishedAt: kept.publishedAt });
    const content = { state: 'ok', detail: '', notes: [], items: [item] };
    return { kind: 'content', content, etag: '"1"', lastModified: null, notBefore: null, serverTime: kept.serverTime };
  },
}));

import { readFeeds } from './round';

const [A, B] = ['https://a.example/feed', 'https://b.example/feed'];
const engineFor = (fingerprint: Engine['fingerprint']) => async () => ({ fingerprint }) as Engine;
const engine = engineFor(() => ({ version: 1, lang: 'en', terms: [] }));

/** The items that are kept, by the hosts of their feeds. */
function hostsKept(): string[] {
  const ids = new Set([...tables.keys.rows.values()].flatMap((chunk) => chunk.ids));
  return [A, B].filter((address) => {
    const item = itemOf(1, { url: new URL('/1', address).href, publishedAt: null });
    const accepted = acceptItem(item, feedOf({ address }), Date.now(), oldestDay(Date.now(), 14));
    return 'item' in accepted && ids.has(accepted.item.document.id);
  });
}

beforeEach(async () => {
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: { request: (_: string, ...[first, second]: readonly (() => Promise<void>)[]) => (second ?? first)?.() },
  });
  for (const { rows } of Object.values(tables)) rows.clear();
  kept.refused.clear();
  kept.onFetch = () => {};
  kept.serverTime = null;
  kept.path = '/1';
  kept.publishedAt = new Date().toISOString();
  await tables.feeds.bulkPut([feedOf({ address: A }), feedOf({ address: B })]);
});

it('keeps what the feeds brought', async () => {
  await readFeeds('all', engine);
  expect(hostsKept()).toEqual([A, B]);
});

it('brings nothing back of a feed that was let go while it was read, nor of all of them', async () => {
  kept.onFetch = (address) => void (address === A && tables.feeds.rows.delete(A));
  await readFeeds('all', engine);
  expect(hostsKept()).toEqual([B]);
  kept.onFetch = () => {
    for (const { rows } of Object.values(tables)) rows.clear();
  };
  await readFeeds('all', engine);
  expect([...tables.feeds.rows, ...tables.keys.rows, ...tables.files.rows]).toEqual([]);
});

it('works out anew what was changed in a chunk that has gone meanwhile', async () => {
  await readFeeds('all', engine);
  let first = true;
  const forgetful = engineFor(() => {
    if (first) for (const table of [tables.keys, tables.files]) table.rows.clear();
    first = false;
    return { version: 1, lang: 'en', terms: [] };
  });
  await tables.feeds.bulkPut([feedOf({ address: 'https://c.example/feed' })]);
  await readFeeds('all', forgetful);
  expect(hostsKept()).toEqual([A, B]);
  expect(tables.keys.rows.size).toBe(tables.files.rows.size);
});

it('asks no feed whose permission was taken back in the middle of it', async () => {
  const asked: string[] = [];
  const many = Array.from({ length: 8 }, (_, at) => `https://feed${at}.example/feed`);
  await tables.feeds.bulkPut(many.map((address) => feedOf({ address })));
  kept.onFetch = (address) => {
    asked.push(address);
    for (const other of many) kept.refused.add(other);
  };
  await readFeeds('all', engine);
  expect(asked.length).toBeLessThan(many.length);
});

it('names a feed that nobody foresaw, and keeps what the others brought', async () => {
  const careful = engineFor(({ title }) => {
    if (title.includes(A)) throw new Error('unforeseen');
    return { version: 1, lang: 'en', terms: [] };
  });
  await readFeeds('all', careful);
  expect(hostsKept()).toEqual([B]);
  expect(tables.feeds.rows.get(A)).toMatchObject({ state: 'failed', detail: 'unforeseen', failures: 1 });
  expect(tables.feeds.rows.get(A)?.dueAt).toBeGreaterThan(Date.now());
  expect(tables.feeds.rows.get(B)).toMatchObject({ state: 'ok' });
});

const DAY = 24 * 60 * 60_000;

/** Sets this device's clock so many days off. */
function setClock(daysAhead: number): void {
  vi.useFakeTimers({
    now: kept.serverTime === null ? Date.now() : kept.serverTime + daysAhead * DAY,
    toFake: ['Date'],
  });
}

afterEach(() => vi.useRealTimers());

it.each([400, -400])(
  'loses nothing and takes nothing in while the clock is %d days off, and goes on after',
  async (off) => {
    kept.serverTime = Date.now();
    await readFeeds('all', engine);
    const before = [...tables.files.rows.keys()];
    const etag = tables.feeds.rows.get(A)?.etag;
    setClock(off);
    for (let round = 0; round < 3; round++) await readFeeds('all', engine);
    expect([...tables.files.rows.keys()]).toEqual(before);
    expect(tables.feeds.rows.get(A)).toMatchObject({ state: 'clock', etag });
    setClock(0);
    await readFeeds('due', engine);
    expect(tables.feeds.rows.get(A)).toMatchObject({ state: 'ok' });
    expect(hostsKept()).toEqual([A, B]);
  },
);

it('lets go of days that have passed once servers say that they have', async () => {
  const then = Date.now();
  kept.serverTime = then;
  await readFeeds('all', engine);
  kept.serverTime = then + 20 * DAY;
  setClock(0);
  kept.path = '/2';
  kept.publishedAt = new Date().toISOString();
  await readFeeds('all', engine);
  const days = [...tables.keys.rows.values()].map(({ day }) => day);
  expect(days).toEqual([kept.publishedAt.slice(0, 10)]);
});
