import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptItem, feedKey, feedOfItem, isHeadlineOnly, type LiveItem } from './accept-item';
import { addItems, type Chunk, type ChunkStore, withoutItems } from './add-items';
import { openChunks, sourcesOf } from './chunk-index';
import { CHUNK_ITEMS } from './chunks';
import { oldestDay } from './days';
import { feedOf, itemOf, NOW } from './feeds.testing';
import { feedAddress } from './followed-feed';
import { readLiveChoices } from './live-choices';
import { readFeedList, writeOpml } from './opml';
import { nextDue, notBeforeOf } from './schedule';

const OLDEST = oldestDay(NOW, 14);
const MINUTE = 60_000;

function accepted(
  ...[item, feed = feedOf()]: [Parameters<typeof acceptItem>[0], ReturnType<typeof feedOf>?]
): LiveItem {
  const acceptance = acceptItem(item, feed, NOW, OLDEST);
  if (!('item' in acceptance)) throw new Error(`Not accepted: ${acceptance.note}`);
  return acceptance.item;
}

describe('the schedule', () => {
  const end = { now: NOW, intervalMinutes: 60, failures: 0, notBefore: null };

  it('spreads feeds that were chosen in one click over the interval', () => {
    const places = Array.from({ length: 60 }, () => nextDue(end) - NOW);
    expect(new Set(places.map((place) => Math.floor(place / (5 * MINUTE)))).size).toBeGreaterThan(8);
  });

  it('reads again after the interval, half of it earlier or later, at no minute of its own', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 10 ** 12 }), (drawn, now) => {
        const wait = nextDue({ ...end, now }, drawn) - now;
        expect(wait).toBeGreaterThanOrEqual(30 * MINUTE);
        expect(wait).toBeLessThanOrEqual(90 * MINUTE);
      }),
    );
    const minutes = new Set(Array.from({ length: 200 }, () => Math.floor(nextDue(end) / MINUTE) % 60));
    expect(minutes.size).toBeGreaterThan(40);
  });

  it('waits twice as long after each failure, a day at most, and as long as the server says', () => {
    const waits = [0, 1, 2, 3, 50].map((failures) => (nextDue({ ...end, failures }, 0.5) - NOW) / MINUTE);
    for (const [at, wait] of waits.entries()) if (at > 0) expect(wait).toBeGreaterThan((waits[at - 1] ?? 0) + 30);
    expect(waits.at(-1)).toBeLessThanOrEqual(25 * 60);
    expect(nextDue({ ...end, notBefore: NOW + 300 * MINUTE }, 0)).toBeGreaterThanOrEqual(NOW + 300 * MINUTE);
    expect(nextDue({ ...end, notBefore: NOW + 10 ** 12 }, 1)).toBeLessThan(NOW + 26 * 60 * MINUTE);
  });

  it('understands how servers say when to come back', () => {
    expect(notBeforeOf('120', null, NOW)).toBe(NOW + 120_000);
    expect(notBeforeOf('Fri, 20 Nov 2026 13:00:00 GMT', null, NOW)).toBe(NOW + 60 * MINUTE);
    expect(notBeforeOf('soon', null, NOW)).toBeNull();
    expect(notBeforeOf(null, 'public, max-age=300', NOW)).toBe(NOW + 300_000);
    expect(notBeforeOf(null, 'no-store', NOW)).toBeNull();
  });
});

describe('an address', () => {
  it('is https and says nothing of the reader', () => {
    expect(feedAddress(' https://news.example/rss#top ')).toBe('https://news.example/rss');
    expect(feedAddress('feed://news.example/rss')).toBe('https://news.example/rss');
    expect(feedAddress('feed:https://news.example/rss')).toBe('https://news.example/rss');
    const refused = ['http://news.example/rss', 'https://me:secret@news.example/', 'javascript:alert(1)', 'news', ''];
    for (const address of refused) expect(feedAddress(address)).toBeNull();
  });
});

describe('an item', () => {
  it('from the future is of now, and said to be', () => {
    const acceptance = acceptItem(itemOf(1, { publishedAt: '2031-01-01T00:00:00Z' }), feedOf(), NOW, OLDEST);
    expect(acceptance).toMatchObject({
      note: 'future',
      item: { day: '2026-11-20', document: { date: '2026-11-20T12:00:00.000Z' } },
    });
  });

  it('without a date is of now where its feed had been read before, and else of an unknown date', () => {
    const undated = itemOf(1, { publishedAt: null });
    expect(accepted(undated).document.date).toBeNull();
    expect(accepted(itemOf(1, { publishedAt: '2026-11-31T08:00:00Z' })).document.date).toBeNull();
    expect(accepted(undated, feedOf({ readAt: NOW - 1 })).document.date).toBe('2026-11-20T12:00:00.000Z');
  });

  it('that is too old, has no address, or is in the wrong encoding is left out', () => {
    expect(acceptItem(itemOf(1, { publishedAt: '2026-10-01' }), feedOf(), NOW, OLDEST)).toEqual({ note: null });
    expect(acceptItem(itemOf(1, { url: null }), feedOf(), NOW, OLDEST)).toEqual({ note: 'broken-items' });
    const disguised = itemOf(1, { url: 'https://bbc.example@evil.example/' });
    expect(acceptItem(disguised, feedOf(), NOW, OLDEST)).toEqual({ note: 'broken-items' });
    expect(acceptItem(itemOf(1, { title: 'Caf\ufffd' }), feedOf(), NOW, OLDEST)).toEqual({ note: 'encoding' });
  });

  it('says by its id where it came from and whether it is a headline alone', () => {
    const text =
      'The ferry ran aground at night. Nobody was hurt, the coast guard said, and divers look at the hull. '.repeat(2);
    const [short, long] = [accepted(itemOf(1)), accepted(itemOf(2, { text }))];
    expect([isHeadlineOnly(short.document.id), isHeadlineOnly(long.document.id)]).toEqual([true, false]);
    expect(feedOfItem(short.document.id)).toBe(feedKey('https://news.example/feed.xml'));
  });
});

/** Chunks in memory, changed as one transaction changes them. */
class MemoryStore implements ChunkStore {
  readonly kept = new Map<string, Chunk>();
  #ids = 0;
  fingerprinted = 0;

  get chunks() {
    return [...this.kept.values()].map(({ keys }) => keys);
  }
  load = async (id: string) => this.kept.get(id)?.bytes ?? null;
  newId = () => `c${this.#ids++}`;

  async add(items: readonly LiveItem[]): Promise<Chunk[]> {
    const changed = await addItems(items, this, (source) => {
      this.fingerprinted++;
      const terms = [...source.title.matchAll(/\w+/g)].map(([text]) => ({
        key: `n:${text.toLowerCase()}`,
        kind: 'name' as const,
        strength: 1,
        place: 'title' as const,
        forms: [{ lang: 'en', text }],
      }));
      return { version: 1, lang: 'en', terms };
    });
    for (const chunk of changed) {
      if (chunk.replaces !== null) this.kept.delete(chunk.replaces);
      this.kept.set(chunk.keys.id, chunk);
    }
    return changed;
  }

  get titles(): string[] {
    return [...this.kept.values()].flatMap(({ bytes }) =>
      sourcesOf(bytes).map(({ document }) => document.titles.en ?? ''),
    );
  }
}

describe('the live index', () => {
  it('keeps an item once, however often and under whatever address it comes', async () => {
    const store = new MemoryStore();
    const first = itemOf(1, {}, 'tag:1');
    await store.add([accepted(first), accepted(first)]);
    expect(await store.add([accepted(first)])).toEqual([]);
    await store.add([accepted({ ...first, article: { ...first.article, url: 'https://news.example/moved' } })]);
    await store.add([accepted({ ...first, article: { ...first.article, url: 'http://www.news.example/1/#x' } })]);
    await store.add([accepted({ ...itemOf(2, { title: first.article.title }), guid: 'other' })]);
    expect(store.titles).toHaveLength(1);
    expect(store.fingerprinted).toBe(1);
  });

  it('takes over what was edited, and keeps when it was first reported', async () => {
    const store = new MemoryStore();
    await store.add([accepted(itemOf(1)), accepted(itemOf(2))]);
    const [chunk] = await store.add([
      accepted(itemOf(1, { title: 'Ferry refloated', publishedAt: '2026-11-20T11:00:00Z' })),
    ]);
    expect(store.titles.sort()).toEqual(['Ferry number 2 runs aground near Varberg', 'Ferry refloated']);
    const [edited] = sourcesOf(chunk?.bytes ?? new Uint8Array()).filter(
      ({ document }) => document.titles.en === 'Ferry refloated',
    );
    expect(edited?.document.date).toBe('2026-11-20T08:00:00Z');
  });

  it('lets no feed write over what came from another, nor two feeds take turns with what both have', async () => {
    const store = new MemoryStore();
    const other = feedOf({ address: 'https://other.example/feed', name: 'Another' });
    await store.add([accepted(itemOf(1))]);
    expect(await store.add([accepted(itemOf(1, { title: 'Ferry sunk, says nobody' }), other)])).toEqual([]);
    const sameHost = feedOf({ address: 'https://news.example/world.xml' });
    expect(await store.add([accepted(itemOf(1, { text: 'Another summary.' }), sameHost)])).toEqual([]);
    expect(store.titles).toEqual(['Ferry number 1 runs aground near Varberg']);
  });

  it('makes anew only the chunk of the day that something came for', async () => {
    const store = new MemoryStore();
    const many = Array.from({ length: CHUNK_ITEMS + 20 }, (_, i) => accepted(itemOf(i)));
    await store.add(many);
    await store.add([accepted(itemOf(5000, { publishedAt: '2026-11-18T08:00:00Z' }))]);
    expect(store.chunks.map(({ day, ids }) => [day, ids.length])).toEqual([
      ['2026-11-20', CHUNK_ITEMS],
      ['2026-11-20', 20],
      ['2026-11-18', 1],
    ]);
    const changed = await store.add([accepted(itemOf(6000))]);
    expect(changed.map(({ keys }) => keys.ids.length)).toEqual([21]);
    const open = await openChunks(
      [...store.kept].map(([id, { bytes }]) => ({ id, bytes })),
      null,
    );
    expect(open?.index.size).toBe(CHUNK_ITEMS + 22);
  });

  it('lets go of what came from one feed', async () => {
    const store = new MemoryStore();
    const other = feedOf({ address: 'https://other.example/feed' });
    await store.add([accepted(itemOf(1)), accepted(itemOf(2, { title: 'A bridge opens' }), other)]);
    const [keys] = store.chunks;
    const key = feedKey(other.address);
    const rest = keys && (await withoutItems(keys, store, (id) => feedOfItem(id) === key));
    expect(rest?.keys.ids).toHaveLength(1);
  });

  it('goes on without a chunk that is damaged', async () => {
    const store = new MemoryStore();
    const [chunk] = await store.add([accepted(itemOf(1))]);
    if (chunk) store.kept.set(chunk.keys.id, { ...chunk, bytes: chunk.bytes.slice(0, 20) });
    expect(await openChunks([{ id: 'c', bytes: chunk?.bytes.slice(0, 20) ?? new Uint8Array() }], null)).toBeNull();
    await store.add([accepted(itemOf(2))]);
    expect(store.titles).toEqual(['Ferry number 2 runs aground near Varberg']);
  });
});

describe('a list of feeds', () => {
  it('comes back from its file', async () => {
    const feeds = [
      { address: 'https://news.example/rss?a=1&b=2', name: 'News "of" the <day>', lang: 'en' },
      { address: 'https://hi.example/rss', name: 'समाचार', lang: null },
      // Not read yet: it has not told its name.
      { address: 'https://new.example/rss', name: '', lang: null },
    ];
    const back = await readFeedList(new TextEncoder().encode(writeOpml(feeds)));
    expect(back).toEqual(feeds.map((feed) => ({ ...feed, lang: null })));
  });

  it('is none where the file is another', async () => {
    expect(await readFeedList(new TextEncoder().encode('<html><body>Hello</body></html>'))).toBeNull();
    expect(await readFeedList(new Uint8Array(6 * 1024 * 1024))).toBeNull();
  });
});

it('reads choices whatever was kept', () => {
  const usual = { paused: false, intervalMinutes: 60, days: 14, mostItems: 50_000 };
  expect(readLiveChoices(undefined)).toEqual(usual);
  expect(readLiveChoices({ paused: true, days: 5000 })).toEqual({ ...usual, paused: true });
});
