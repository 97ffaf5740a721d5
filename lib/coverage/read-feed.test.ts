import { describe, expect, it } from 'vitest';
import { chunked } from './feeds.testing';
import { FEED_LIMITS, readFeed } from './read-feed';

const rss = (items: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
const item = (number: number): string =>
  `<item><title>Report ${number} of the harbour fire</title><link>https://news.example/${number}</link></item>`;
const items = (count: number): string => Array.from({ length: count }, (_, i) => item(i)).join('');

const read = (text: string) => readFeed(chunked(text, 50_000), 'https://news.example/feed');

describe('reading a feed', () => {
  it('gives its items', async () => {
    const content = await read(rss(items(3)));
    expect(content).toMatchObject({ state: 'ok', notes: [] });
    expect(content.items.map(({ article }) => article.url)).toContain('https://news.example/2');
  });

  it('stops after as many items as are allowed', async () => {
    const content = await read(rss(items(FEED_LIMITS.items + 50)));
    expect(content.items).toHaveLength(FEED_LIMITS.items);
    expect(content.notes).toEqual(['too-many']);
  });

  it('stops after as many bytes as are allowed, and takes no more of the stream', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(rss(items(2)).replace('</channel></rss>', '<description>'));
      for (;;) {
        sent += 65_536;
        yield new Uint8Array(65_536).fill(97);
      }
    }
    const content = await readFeed(endless(), 'https://news.example/feed');
    expect(content.items).toHaveLength(2);
    expect(content.notes).toContain('too-large');
    expect(sent).toBeLessThan(FEED_LIMITS.bytes + 200_000);
  });

  it('expands no entities, and says that there are some', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const content = await read(
      rss('<item><title>News &b; of the day</title><link>https://news.example/1</link></item>', bomb),
    );
    expect(content.notes).toContain('entities');
    expect(content.items.map(({ article }) => article.title).join()).not.toContain('ha ha');
  });

  it('names what is no feed', async () => {
    expect(await read('<!doctype html><html><body><p>Not here</p></body></html>')).toMatchObject({
      state: 'not-a-feed',
    });
    expect(await read('')).toMatchObject({ state: 'not-a-feed' });
    expect(await read('{"id":"1","title":"A","text":"B"}\n{"id":"2","title":"A","text":"B"}')).toMatchObject({
      state: 'not-a-feed',
    });
    expect(await read(rss(''))).toMatchObject({ state: 'no-items' });
  });

  it('keeps what came before a feed broke off', async () => {
    const content = await read(rss(items(3)).slice(0, -60));
    expect(content.notes).toEqual(['cut-short']);
    expect(content.items.length).toBeGreaterThan(0);
  });
});
