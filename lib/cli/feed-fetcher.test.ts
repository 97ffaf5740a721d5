import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeedFetcher, type FetchOptions } from './feed-fetcher';
import { FeedState } from './feed-state';
import { collect } from './io';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-fetch-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Answer = (headers: Headers, signal: AbortSignal | null) => Response | Promise<Response>;

/** A web of a few addresses, with what was asked of it. */
function web(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const address = String(input);
    asked.push(address);
    const answer = answers[address];
    if (answer === undefined) throw new TypeError('fetch failed', { cause: new Error('no such host') });
    return answer(new Headers(init?.headers), init?.signal ?? null);
  };
  return { asked, fetch };
}

/** Fetches as a build does: what is known comes from the folder. */
async function fetchAll(addresses: readonly string[], options: FetchOptions) {
  const fetcher = new FeedFetcher(await FeedState.open(folder), options);
  const found = await collect(fetcher.fetchAll(addresses));
  const read = async ({ path }: { path: string | null }) => (path === null ? null : readFile(path, 'utf8'));
  return Promise.all(found.map(async (one) => ({ text: await read(one), what: one.problem?.what ?? null })));
}

const A = 'https://a.example/feed';

describe('FeedFetcher', () => {
  it('asks again only for what has changed, and keeps what was sent', async () => {
    const seen: (string | null)[] = [];
    const { fetch } = web({
      [A]: (headers) => {
        seen.push(headers.get('if-none-match'), headers.get('if-modified-since'));
        if (headers.get('if-none-match') === '"1"') return new Response(null, { status: 304 });
        return new Response('<rss/>', { headers: { etag: '"1"', 'last-modified': 'Mon, 23 Jun 2025 10:00:00 GMT' } });
      },
    });
    expect(await fetchAll([A], { fetch })).toEqual([{ text: '<rss/>', what: null }]);
    expect(await fetchAll([A], { fetch })).toEqual([{ text: '<rss/>', what: null }]);
    expect(seen).toEqual([null, null, '"1"', 'Mon, 23 Jun 2025 10:00:00 GMT']);
  });

  it('does not ask before the server wants it', async () => {
    let now = Date.parse('2025-06-23T10:00:00Z');
    const { asked, fetch } = web({
      [A]: () => new Response('x', { headers: { 'cache-control': 'max-age=600' } }),
      'https://b.example/': () => new Response(null, { status: 429, headers: { 'retry-after': '3600' } }),
    });
    const options = { fetch, now: () => now };
    const both = [A, 'https://b.example/'];
    const first = (await fetchAll(both, options)).map(({ what }) => what);
    expect(new Set(first)).toEqual(new Set(['the server refuses', null]));
    await fetchAll(both, options);
    expect(asked).toHaveLength(2);
    now += 700_000;
    await fetchAll(both, options);
    expect(asked).toEqual([...both, A]);
  });

  it('asks one host for one thing at a time, and a few hosts at once', async () => {
    let running = 0;
    let most = 0;
    const hosts = new Map<string, number>();
    const addresses = Array.from({ length: 12 }, (_, i) => `https://h${i % 6}.example/${i}`);
    const answers = addresses.map((address): [string, Answer] => [
      address,
      async () => {
        const { host } = new URL(address);
        expect(hosts.get(host) ?? 0).toBe(0);
        hosts.set(host, 1);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        hosts.set(host, 0);
        return new Response('x');
      },
    ]);
    const found = await fetchAll(addresses, { fetch: web(Object.fromEntries(answers)).fetch, atOnce: 3 });
    expect(found.filter(({ text }) => text === 'x')).toHaveLength(12);
    expect(most).toBe(3);
  });

  it('goes where it is sent, within bounds', async () => {
    const to = (location: string) => () => new Response(null, { status: 301, headers: { location } });
    const { fetch } = web({
      [A]: to('/new'),
      'https://a.example/new': to('https://b.example/'),
      'https://b.example/': () => new Response('moved'),
      'https://c.example/': to('https://c.example/'),
      'https://d.example/': to('file:///etc/passwd'),
    });
    expect(await fetchAll([A], { fetch })).toEqual([{ text: 'moved', what: null }]);
    expect(await fetchAll(['https://c.example/'], { fetch })).toEqual([{ text: null, what: 'sent on too often' }]);
    expect(await fetchAll(['https://d.example/'], { fetch })).toEqual([
      { text: null, what: 'sent on to no address of the web' },
    ]);
  });

  it('names what fails, and keeps what was sent before', async () => {
    let broken = false;
    const { fetch } = web({
      [A]: (_, signal) => {
        if (!broken) return new Response('old');
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
      'https://large.example/': () => new Response('x'.repeat(3000)),
      'https://gone.example/': () => new Response('gone', { status: 404 }),
    });
    const options = { fetch, timeoutMs: 20, maxBytes: 2000 };
    await fetchAll([A], options);
    broken = true;
    expect(await fetchAll([A], options)).toEqual([{ text: 'old', what: 'no answer in time' }]);
    expect((await fetchAll(['https://large.example/'], options))[0]?.what).toMatch(/^longer than/);
    expect(await fetchAll(['https://gone.example/', 'https://none.example/'], options)).toEqual(
      expect.arrayContaining([
        { text: null, what: 'the server refuses' },
        { text: null, what: 'not reached' },
      ]),
    );
  });

  it('begins anew where its state is damaged', async () => {
    const { fetch } = web({ [A]: () => new Response('x', { headers: { etag: '"1"' } }) });
    await fetchAll([A], { fetch });
    for (const text of ['{', '{"https://a.example/feed":{"body":"../../secret","etag":"x"}}', '[1]']) {
      await writeFile(join(folder, 'feeds', 'state.json'), text);
      expect(await fetchAll([A], { fetch })).toEqual([{ text: 'x', what: null }]);
    }
  });
});
