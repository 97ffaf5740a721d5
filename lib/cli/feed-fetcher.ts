/** Fetching feeds politely: only what is new, a few at a time, one request a host at a time, within bounds. */
import { stat } from 'node:fs/promises';
import { joinBytes } from '../inputs/text-stream';
import { InputFault } from '../inputs/types';
import type { FeedState } from './feed-state';
import { oneLine } from './io';

/** What came of an address. The path may hold an earlier answer, beside the problem of today. */
export interface FetchedFeed {
  readonly address: string;
  readonly path: string | null;
  readonly problem: { readonly what: string; readonly detail: string | null } | null;
  /** Where the request ended that was sent on from the address; null where none was, or none was made. */
  readonly movedTo: string | null;
}

export interface FetchOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Requests that are under way at a time, all to different hosts. */
  readonly atOnce?: number;
}

const MAX_REDIRECTS = 5;
const SECOND = 1000;

/** Longest that a server's word on when to come back is kept to. */
const LONGEST_WAIT = 24 * 60 * 60 * SECOND;

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

export class FeedFetcher {
  readonly #state: FeedState;
  readonly #fetch: typeof globalThis.fetch;
  readonly #now: () => number;
  readonly #timeoutMs: number;
  readonly #maxBytes: number;
  readonly #atOnce: number;
  /** The last request to each host, which the next one waits for. */
  readonly #hosts = new Map<string, Promise<void>>();

  constructor(state: FeedState, options: FetchOptions = {}) {
    this.#state = state;
    this.#fetch = options.fetch ?? globalThis.fetch;
    this.#now = options.now ?? Date.now;
    this.#timeoutMs = options.timeoutMs ?? 20 * SECOND;
    this.#maxBytes = options.maxBytes ?? 10 * 1024 * 1024;
    this.#atOnce = options.atOnce ?? 4;
  }

  /** Fetches addresses and gives each as it comes. What was sent before stands where nothing new is sent. */
  async *fetchAll(addresses: readonly string[]): AsyncGenerator<FetchedFeed> {
    const waiting = addresses.values();
    const running = new Map<string, Promise<FetchedFeed>>();
    const start = (): void => {
      const { done, value } = waiting.next();
      if (!done) running.set(value, this.#fetchOne(value));
    };
    for (let i = 0; i < this.#atOnce; i++) start();
    try {
      while (running.size > 0) {
        const fetched = await Promise.race(running.values());
        running.delete(fetched.address);
        start();
        yield fetched;
      }
    } finally {
      await Promise.allSettled(running.values());
      await this.#state.save();
    }
  }

  async #fetchOne(address: string): Promise<FetchedFeed> {
    let problem: FetchedFeed['problem'] = null;
    let movedTo: string | null = null;
    try {
      movedTo = await this.#ask(address);
    } catch (error) {
      problem = problemOf(error);
    }
    const path = this.#state.bodyPath(address);
    const there = path !== null && (await stat(path).catch(() => null)) !== null;
    return { address, path: there ? path : null, problem, movedTo };
  }

  /** Asks for what is new at an address; where the request was sent on to, if it was. */
  async #ask(address: string): Promise<string | null> {
    const known = this.#state.get(address);
    if (known.notBefore !== undefined && known.notBefore > this.#now()) return null;
    const headers = new Headers({ accept: ACCEPT, 'user-agent': 'Sidelight index builder' });
    if (this.#state.bodyPath(address) !== null) {
      if (known.etag !== undefined) headers.set('if-none-match', known.etag);
      if (known.lastModified !== undefined) headers.set('if-modified-since', known.lastModified);
    }
    const { response, body, url } = await this.#follow(address, headers);
    const wait = this.#waitOf(response);
    if (response.status === 304) await this.#state.keep(address, { ...known, ...wait }, null);
    else if (response.ok) {
      const etag = response.headers.get('etag');
      const lastModified = response.headers.get('last-modified');
      const said = { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }), ...wait };
      await this.#state.keep(address, said, body);
    } else {
      await this.#state.keep(address, { ...known, ...wait }, null);
      throw new InputFault('the server refuses', String(response.status));
    }
    return url === new URL(address).href ? null : url;
  }

  /** A request, and those that it is sent on to, with the address of the last. */
  async #follow(address: string, headers: Headers): Promise<{ response: Response; body: Uint8Array; url: string }> {
    let url = new URL(address);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const answer = await this.#inTurn(url.host, async () => {
        const signal = AbortSignal.timeout(this.#timeoutMs);
        const response = await this.#fetch(url, { headers, redirect: 'manual', signal });
        return { response, body: await this.#bodyOf(response) };
      });
      const { status } = answer.response;
      const target = status >= 300 && status < 400 && status !== 304 ? answer.response.headers.get('location') : null;
      if (target === null) return { ...answer, url: url.href };
      url = new URL(target, url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw new InputFault('sent on to no address of the web');
    }
    throw new InputFault('sent on too often');
  }

  /** Runs a request when the one before it to the same host is done. */
  async #inTurn<T>(host: string, request: () => Promise<T>): Promise<T> {
    const before = this.#hosts.get(host) ?? Promise.resolve();
    const mine = before.then(request);
    this.#hosts.set(
      host,
      mine.then(
        () => {},
        () => {},
      ),
    );
    return mine;
  }

  async #bodyOf(response: Response): Promise<Uint8Array> {
    if (response.body === null) return new Uint8Array();
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      // Leaving the loop ends the transfer.
      if (length > this.#maxBytes) throw new InputFault(`longer than ${this.#maxBytes / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
    return joinBytes(chunks);
  }

  /** When the server wants to be asked again, if it says so. */
  #waitOf({ headers, status }: Response): { notBefore?: number } {
    const after = headers.get('retry-after');
    const age = /\bmax-age=(\d{1,9})\b/.exec(headers.get('cache-control') ?? '')?.[1];
    const now = this.#now();
    let until: number | null = null;
    if (after !== null) until = /^\d{1,9}$/.test(after) ? now + Number(after) * SECOND : Date.parse(after);
    else if (age !== undefined && status < 400) until = now + Number(age) * SECOND;
    return until === null || !(until > now) ? {} : { notBefore: Math.min(until, now + LONGEST_WAIT) };
  }
}

function problemOf(error: unknown): NonNullable<FetchedFeed['problem']> {
  if (error instanceof InputFault) return { what: error.what, detail: error.detail };
  const late = error instanceof Error && error.name === 'TimeoutError';
  return late ? { what: 'no answer in time', detail: null } : { what: 'not reached', detail: causeOf(error) };
}

/** Node's fetch says only "fetch failed"; why stands in the cause. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? oneLine(error.cause) : oneLine(error);
}
