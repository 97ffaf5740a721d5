import { serverTimeOf } from '../../coverage/clock';
import type { FeedState, FollowedFeed } from '../../coverage/followed-feed';
import { type FeedContent, readFeed } from '../../coverage/read-feed';
import { notBeforeOf } from '../../coverage/schedule';

/** What came of asking for a feed. */
export type FetchOutcome = {
  readonly notBefore: number | null;
  /** What time it is for the server; null where it does not say. */
  readonly serverTime: number | null;
} & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'fault'; readonly state: FeedState; readonly detail: string }
  | {
      readonly kind: 'content';
      readonly content: FeedContent;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
);

export interface FetchTools {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly timeoutMs: number;
}

const TOOLS: FetchTools = { fetch: (...request) => globalThis.fetch(...request), now: Date.now, timeoutMs: 20_000 };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * Asks for a feed and reads what comes, within bounds of time and size. No cookies go along, nor where the reader is, nor
 * are redirections followed: they could lead to an origin that the reader has not chosen.
 */
export async function fetchFeed(
  feed: Pick<FollowedFeed, 'address' | 'etag' | 'lastModified'>,
  tools: FetchTools = TOOLS,
): Promise<FetchOutcome> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), tools.timeoutMs);
  try {
    const response = await tools.fetch(feed.address, {
      headers: headersFor(feed),
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    return await read(response, feed.address, tools.now());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const state = stop.signal.aborted ? 'timeout' : 'unreachable';
    return { kind: 'fault', state, detail, notBefore: null, serverTime: null };
  } finally {
    clearTimeout(timer);
    // What is left of an answer that is not read to its end.
    stop.abort();
  }
}

function headersFor({ etag, lastModified }: Pick<FollowedFeed, 'etag' | 'lastModified'>): Headers {
  const headers = new Headers({ accept: ACCEPT });
  if (etag !== null) headers.set('if-none-match', etag);
  if (lastModified !== null) headers.set('if-modified-since', lastModified);
  return headers;
}

async function read(response: Response, address: string, now: number): Promise<FetchOutcome> {
  const header = (name: string): string | null => response.headers.get(name);
  const serverTime = serverTimeOf(header('date'), header('age'));
  // The browser hides the status and the target of what it was told not to follow.
  if (response.type === 'opaqueredirect')
    return { kind: 'fault', state: 'moved', detail: '', notBefore: null, serverTime };
  const notBefore = notBeforeOf(
    header('retry-after'),
    response.ok || response.status === 304 ? header('cache-control') : null,
    now,
  );
  const when = { notBefore, serverTime };
  if (response.status === 304) return { kind: 'unchanged', ...when };
  if (!response.ok) return { kind: 'fault', state: 'refused', detail: String(response.status), ...when };
  const content = await readFeed(chunksOf(response), address);
  return { kind: 'content', content, etag: header('etag'), lastModified: header('last-modified'), ...when };
}

/** The body as it comes in; leaving it ends the transfer. Chromium 116 cannot iterate over a stream by itself. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
