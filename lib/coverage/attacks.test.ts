import { describe, expect, it } from 'vitest';
import { shownText } from '../languages/shown-text';
import { makePayloads } from '../payloads.testing';
import { acceptItem, type LiveItem } from './accept-item';
import { addItems, type ChunkStore } from './add-items';
import { sourcesOf } from './chunk-index';
import { oldestDay } from './days';
import { chunked, feedOf, NOW } from './feeds.testing';
import { feedAddress, newFeed } from './followed-feed';
import { readFeed } from './read-feed';

const PAYLOADS = makePayloads('https://evil.example/hit');

let ids = 0;
const NOTHING_KEPT: ChunkStore = { chunks: [], load: async () => null, newId: () => `c${ids++}` };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A feed with a payload in every field: of items that have an address of their own, and of items that have none. */
function hostileFeed(texts: readonly string[]): string {
  const items = texts.map((text, at) => {
    const said = escaped(text);
    const fields = `<guid>${said}</guid><description>${said}</description><source url="${said}">${said}</source>
      <dc:language>${said}</dc:language><category>${said}</category><author>${said}</author>`;
    return `<item><title>Ferry ${at} ${said}</title><link>https://news.example/${at}</link><pubDate>${said}</pubDate>${fields}</item>
      <item><title>${said}</title><link>${said}</link><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>${fields}</item>`;
  });
  const name = escaped(texts[0] ?? '');
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${name}</title>
    <language>${name}</language>${items.join('')}</channel></rss>`;
}

async function acceptedOf(texts: readonly string[]): Promise<LiveItem[]> {
  const { items } = await readFeed(chunked(hostileFeed(texts), 50_000), 'https://news.example/feed');
  return items.flatMap((item) => {
    const acceptance = acceptItem(item, feedOf({ name: '', lang: null }), NOW, oldestDay(NOW, 14));
    return 'item' in acceptance ? [acceptance.item] : [];
  });
}

describe.each([...new Set(PAYLOADS.map(({ kind }) => kind))])('a feed with payloads of %s', (kind) => {
  const own = PAYLOADS.filter((payload) => payload.kind === kind).map(({ text }) => text);

  it('gives items of ordinary addresses, languages, dates and lengths, which are kept as they are', async () => {
    let kept = 0;
    for (let at = 0; at < own.length; at += 50) {
      const items = await acceptedOf(own.slice(at, at + 50));
      kept += items.length;
      for (const { day, document } of items) {
        const address = new URL(document.url ?? '');
        expect(address.protocol).toMatch(/^https?:$/);
        expect(address.username + address.password).toBe('');
        expect(document.lang).toMatch(/^[a-z]{2,3}$/);
        expect(Object.keys(document.titles)).toEqual([document.lang]);
        expect(document.titles[document.lang]?.length).toBeLessThanOrEqual(300);
        expect((document.site ?? '').length).toBeLessThanOrEqual(300);
        expect(day).toMatch(/^2026-11-(?:0[7-9]|1\d|20)$/);
        if (document.date !== null) expect(Date.parse(document.date)).toBeLessThanOrEqual(NOW + 60 * 60_000);
      }
      const chunks = await addItems(items, NOTHING_KEPT, () => ({ version: 1, lang: 'en', terms: [] }));
      const back = chunks.flatMap(({ bytes }) =>
        sourcesOf(bytes).map(({ document }) => JSON.stringify(document.titles)),
      );
      const given = new Set(items.map(({ document }) => JSON.stringify(document.titles)));
      for (const titles of back) expect(given).toContain(titles);
    }
    expect(kept).toBeGreaterThanOrEqual(1);
  });

  it('cannot be followed under a name or address that is shown as another', () => {
    for (const text of own) {
      const { name } = newFeed({ address: 'https://news.example/', name: text, lang: null }, NOW);
      expect(name).toBe(shownText(name));
      expect(name.length).toBeLessThanOrEqual(300);
      const address = feedAddress(text);
      if (address !== null) expect(new URL(address)).toMatchObject({ protocol: 'https:', username: '', hash: '' });
    }
  });
});
