import { beforeEach, expect, it, vi } from 'vitest';
import { acceptItem, type LiveItem } from '../../coverage/accept-item';
import { addItems } from '../../coverage/add-items';
import type { ChunkKeys } from '../../coverage/chunks';
import { feedOf, itemOf, NOW } from '../../coverage/feeds.testing';

const rows = vi.hoisted(() => ({
  keys: new Map<string, ChunkKeys>(),
  files: new Map<string, { id: string; bytes: Uint8Array }>(),
  statistics: 1,
  /** What happens between the looking and the change. */
  meanwhile: (): void => {},
}));

vi.mock('../database', () => ({
  failureOf: async (error: unknown) => ({ code: 'storage-failed', detail: `${error}` }),
}));
vi.mock('./database', () => {
  const table = <T extends { readonly id: string }>(map: Map<string, T>) => ({
    toCollection: () => ({ primaryKeys: async () => [...map.keys()] }),
    bulkDelete: async (ids: readonly string[]) => ids.forEach((id) => void map.delete(id)),
    bulkPut: async (some: readonly T[]) => some.forEach((one) => void map.set(one.id, one)),
  });
  return {
    chunkKeysTable: table(rows.keys),
    chunkTable: table(rows.files),
    statisticsTable: { clear: async () => void rows.statistics-- },
    changeLive: (changes: () => Promise<boolean>) => {
      rows.meanwhile();
      rows.meanwhile = () => {};
      return changes();
    },
  };
});
vi.mock('./stored', () => {
  const chunks = (): ChunkKeys[] => [...rows.keys.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const load = async (id: string): Promise<Uint8Array | null> => rows.files.get(id)?.bytes ?? null;
  let ids = 0;
  return {
    listChunks: async () => chunks(),
    openChunkStore: async () => ({ chunks: chunks(), load, newId: () => `new${ids++}` }),
  };
});

import { openChunkStore } from './stored';
import { removeItems, tidyChunks } from './tidy-chunks';

const [FLOOD, SOUND] = [feedOf({ address: 'https://flood.example/' }), feedOf({ address: 'https://sound.example/' })];

/** Keeps so many items of a feed. */
async function keepItems(feed: typeof FLOOD, count: number, publishedAt = '2026-11-20T08:00:00Z'): Promise<void> {
  const items = Array.from({ length: count }, (_, at): LiveItem => {
    const url = new URL(`/${at}`, feed.address).href;
    const acceptance = acceptItem(
      itemOf(at, { url, title: `Ferry ${at} of ${feed.address}`, publishedAt }),
      feed,
      NOW,
      '2026-11-01',
    );
    if (!('item' in acceptance)) throw new Error('Not accepted');
    return acceptance.item;
  });
  const noTerms = () => ({ version: 1, lang: 'en', terms: [] });
  for (const { replaces, keys, bytes } of await addItems(items, await openChunkStore(), noTerms)) {
    if (replaces !== null) for (const map of [rows.keys, rows.files]) map.delete(replaces);
    rows.keys.set(keys.id, keys);
    rows.files.set(keys.id, { id: keys.id, bytes });
  }
}

const kept = (): string[] => [...rows.keys.values()].flatMap(({ ids }) => ids);

beforeEach(async () => {
  rows.keys.clear();
  rows.files.clear();
  await keepItems(SOUND, 20);
  await keepItems(FLOOD, 300);
});

it('lets a feed that sends without end lose its own items, and no other', async () => {
  const before = kept();
  expect(await tidyChunks(100)).toBeNull();
  expect(kept()).toHaveLength(95);
  expect(kept().filter((id) => before.indexOf(id) < 20)).toHaveLength(20);
  expect([...rows.files.keys()]).toEqual([...rows.keys.keys()]);
});

it('works out anew what goes where a round has stored something meanwhile', async () => {
  rows.meanwhile = () => {
    const [[id, chunk] = []] = rows.keys;
    const file = rows.files.get(id ?? '');
    if (id === undefined || chunk === undefined || file === undefined) throw new Error('No chunk');
    for (const map of [rows.keys, rows.files]) map.delete(id);
    rows.keys.set('other', { ...chunk, id: 'other' });
    rows.files.set('other', { ...file, id: 'other' });
  };
  const [first] = kept();
  await removeItems((id) => id !== first);
  expect(kept()).toEqual([first]);
  await removeItems(() => true);
  expect([kept(), rows.statistics]).toEqual([[], 0]);
});

it('joins the chunks of days that are over, and loses nothing of them', async () => {
  await keepItems(feedOf({ address: 'https://old.example/' }), 1600, '2026-11-15T08:00:00Z');
  const before = kept().sort();
  const days = (): string[] => [...rows.keys.values()].map(({ day, ids }) => `${day} ${ids.length}`).sort();
  expect(days().filter((day) => day.startsWith('2026-11-15'))).toHaveLength(4);
  expect(await tidyChunks(50_000)).toBeNull();
  expect(days()).toEqual(['2026-11-15 1600', '2026-11-20 320']);
  expect(kept().sort()).toEqual(before);
  expect([...rows.files.keys()].sort()).toEqual([...rows.keys.keys()].sort());
});
