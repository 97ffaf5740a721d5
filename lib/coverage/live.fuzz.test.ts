import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { damagedRecord, damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { damaged } from '../inputs/damages.testing';
import { INPUTS } from '../inputs/samples.testing';
import { shownText } from '../languages/shown-text';
import { webAddress } from '../library/web-address';
import { runsOf } from '../property-runs.testing';
import { acceptItem } from './accept-item';
import { CatalogueError, parseCatalogue } from './catalogue';
import { parseFeedRows, parseSources } from './catalogue-source';
import { feedOf, NOW } from './feeds.testing';
import { feedAddress, followedFeedSchema, newFeed } from './followed-feed';
import { readLiveChoices } from './live-choices';
import { readFeedList, writeOpml } from './opml';
import { FEED_LIMITS, readFeed } from './read-feed';
import { notBeforeOf } from './schedule';
import { filesWanted, judgeManifest, newSubscription, SUBSCRIPTION_LIMITS, subscriptionSchema } from './subscription';

const numRuns = runsOf(FUZZ_SAMPLE);
/** The samples are of the summer before. */
const OLDEST = '2025-01-01';

it('a damaged feed gives items that may be kept, or says why none', async () => {
  const feeds = fc.constantFrom('rss', 'rdf', 'atom', 'json-feed').chain((format) => damaged(INPUTS[format]()));
  await fc.assert(
    fc.asyncProperty(feeds, async (bytes) => {
      const chunks = (async function* () {
        yield bytes;
      })();
      const { state, items } = await readFeed(chunks, 'https://news.example/feed');
      expect(state === 'ok').toBe(items.length > 0);
      expect(items.length).toBeLessThanOrEqual(FEED_LIMITS.items);
      for (const item of items) {
        const acceptance = acceptItem(item, feedOf({ name: '', lang: null }), NOW, OLDEST);
        if (!('item' in acceptance)) continue;
        const { day, document } = acceptance.item;
        expect(webAddress(document.url ?? '')).toBe(document.url);
        expect(document.titles[document.lang]?.length).toBeLessThanOrEqual(300);
        expect(day >= OLDEST && day <= '2026-11-20').toBe(true);
      }
    }),
    { numRuns },
  );
});

it('a damaged list of feeds is none, or lists addresses that may be followed', async () => {
  const list = writeOpml([
    { address: 'https://news.example/rss?a=1&b=2', name: 'News "of" the <day>', lang: 'en' },
    { address: 'https://hi.example/rss', name: 'समाचार', lang: null },
  ]);
  await fc.assert(
    fc.asyncProperty(damagedText([list]), async (text) => {
      for (const feed of (await readFeedList(new TextEncoder().encode(text))) ?? []) {
        expect(feedAddress(feed.address)).toBe(feed.address);
        const { name } = newFeed(feed, NOW);
        expect(shownText(name)).toBe(name);
      }
    }),
    { numRuns },
  );
});

it('an address of whatever shape is https and names nobody, or none', () => {
  fc.assert(
    fc.property(damagedText(['https://news.example/rss?a=1#top', 'feed://news.example/']), (text) => {
      const address = feedAddress(text);
      if (address === null) return;
      expect(new URL(address)).toMatchObject({ protocol: 'https:', username: '', password: '', hash: '' });
      expect(feedAddress(address)).toBe(address);
    }),
    { numRuns },
  );
});

it('a record of a feed, of an index or of choices is sound for good, or none', () => {
  const records = fc
    .tuple(
      damagedRecord({
        feed: { ...feedOf(), readAt: NOW, etag: '"a"', notes: ['encoding'] },
        index: { ...newSubscription('https://index.example/manifest.json', NOW), manifest: '{}' },
        choices: { paused: true, days: 7 },
      }),
      fc.option(damagedText(['https://news.example/rss'])),
    )
    .map(([record, address]) => ({ of: (key: string) => within(record, key, address) }));
  fc.assert(
    fc.property(records, ({ of }) => {
      for (const [schema, key] of [
        [followedFeedSchema, 'feed'],
        [subscriptionSchema, 'index'],
      ] as const) {
        const read = v.safeParse(schema, of(key));
        // The browser is asked for its host, and shows it.
        if (read.success) expect(feedAddress(read.output.address)).toBe(read.output.address);
      }
      const choices = readLiveChoices(of('choices'));
      expect(readLiveChoices(choices)).toEqual(choices);
    }),
    { numRuns },
  );
});

/** A part of a record, under another address where one is given. */
function within(record: unknown, key: string, address: string | null): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const part: unknown = Reflect.get(record, key);
  return address === null || typeof part !== 'object' ? part : { ...part, address };
}

it('what a server says of when to come back is a time to come, or nothing', () => {
  const headers = damagedText(['120', 'Fri, 20 Nov 2026 13:00:00 GMT', 'public, max-age=300']);
  fc.assert(
    fc.property(fc.option(headers), fc.option(headers), (retryAfter, cacheControl) => {
      const time = notBeforeOf(retryAfter, cacheControl, NOW);
      if (time !== null) expect(time).toBeGreaterThan(NOW);
    }),
    { numRuns },
  );
});

it('a manifest of whatever shape is refused, or asks for no more than a subscription may bring', () => {
  const entry = { bytes: 9, sha256: 'a'.repeat(64) };
  const shard = { ...entry, file: 'shards/a.bin', day: '2026-11-20', articles: 1, languages: { en: 1 } };
  const manifest = {
    format: 1,
    fingerprint: FINGERPRINT_VERSION,
    generation: 3,
    outlets: 1,
    statistics: { ...entry, file: 's.bin' },
    shards: [shard, { ...shard, file: 'shards/b.bin', day: null }],
  };
  const texts = damagedRecord(manifest).map((value) => JSON.stringify(value) ?? '');
  expect(judgeManifest(JSON.stringify(manifest), null).state).toBe('ok');
  fc.assert(
    fc.property(texts, fc.option(texts), (text, inUse) => {
      const verdict = judgeManifest(text, inUse);
      if (verdict.state !== 'ok') return;
      const bytes = filesWanted(verdict.manifest, 14).map((file) => file.bytes);
      expect(Math.max(...bytes)).toBeLessThanOrEqual(SUBSCRIPTION_LIMITS.file);
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(SUBSCRIPTION_LIMITS.all);
    }),
    { numRuns },
  );
});

it('a damaged catalogue is refused by its fault, as a file and as its sources', () => {
  const feed = {
    name: 'समाचार',
    english: null,
    lang: 'hi',
    country: 'IN',
    kind: 'paper',
    address: 'https://a.example/rss',
    checked: '2026-11-20',
  };
  const rows = `lang\tcountry\tkind\tname\tenglish\taddress\tsource\tchecked\nhi\tIN\tpaper\tसमाचार\t-\thttps://a.example/rss\tlist\t-\n`;
  const sources = 'id\tdate\twhat\nlist\t2026-05\tA list of feeds\n';
  const refusedOr = (read: () => unknown): void => {
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(CatalogueError);
    }
  };
  fc.assert(
    fc.property(damagedRecord([feed, feed]), damagedText([rows, sources]), (value, text) => {
      refusedOr(() => parseCatalogue(value));
      refusedOr(() => parseFeedRows('a.tsv', text));
      refusedOr(() => parseSources('sources.tsv', text));
    }),
    { numRuns },
  );
});
