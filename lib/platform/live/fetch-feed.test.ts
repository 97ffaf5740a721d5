import { describe, expect, it, vi } from 'vitest';
import { fetchFeed } from './fetch-feed';

const FEED = { address: 'https://news.example/feed', etag: '"1"', lastModified: null };
const NOW = Date.parse('2026-11-20T12:00:00Z');
const RSS =
  '<rss version="2.0"><channel><title>N</title><item><title>Ferry runs aground</title><link>https://news.example/1</link></item></channel></rss>';

function toolsFor(answer: (request: RequestInit) => Promise<Response>) {
  const fetch = vi.fn((_: string | URL | Request, init: RequestInit = {}) => answer(init));
  return { fetch, now: () => NOW, timeoutMs: 50 };
}

describe('asking for a feed', () => {
  it('sends no cookies and no referrer, follows nothing, and says what it has', async () => {
    const tools = toolsFor(async () => new Response(null, { status: 304, headers: { 'cache-control': 'max-age=60' } }));
    expect(await fetchFeed(FEED, tools)).toEqual({ kind: 'unchanged', notBefore: NOW + 60_000, serverTime: null });
    const [address, init] = tools.fetch.mock.lastCall ?? [];
    expect(address).toBe(FEED.address);
    expect(init).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect([...new Headers(init?.headers).keys()]).toEqual(['accept', 'if-none-match']);
    expect(init?.method).toBeUndefined();
  });

  it('reads what comes, and keeps what the server wants to hear next time', async () => {
    const tools = toolsFor(
      async () => new Response(RSS, { headers: { etag: '"2"', date: 'Fri, 20 Nov 2026 11:59:58 GMT' } }),
    );
    expect(await fetchFeed(FEED, tools)).toMatchObject({
      kind: 'content',
      etag: '"2"',
      serverTime: NOW - 2000,
      content: { state: 'ok' },
    });
  });

  it('tells a move, a refusal with its time, a server that is silent, and one that is not there', async () => {
    expect(
      await fetchFeed(
        FEED,
        toolsFor(async () => redirected()),
      ),
    ).toMatchObject({ state: 'moved' });
    const busy = async (): Promise<Response> => new Response(null, { status: 429, headers: { 'retry-after': '600' } });
    expect(await fetchFeed(FEED, toolsFor(busy))).toEqual({
      kind: 'fault',
      state: 'refused',
      detail: '429',
      notBefore: NOW + 600_000,
      serverTime: null,
    });
    const silent = ({ signal }: RequestInit): Promise<Response> =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    expect(await fetchFeed(FEED, toolsFor(silent))).toMatchObject({ state: 'timeout' });
    expect(
      await fetchFeed(
        FEED,
        toolsFor(() => Promise.reject(new TypeError('Failed to fetch'))),
      ),
    ).toMatchObject({ state: 'unreachable' });
  });
});

/** What a browser gives for a redirection that it was told not to follow. */
function redirected(): Response {
  return Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
}
