import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { TraceEntry } from '../article/types';
import type { FeedChoice } from '../coverage/followed-feed';
import type { IndexFacts } from '../match/types';
import { pageFeedsSchema } from './live/page-feeds-schema';
import { failureSchema, type Result, toFailure } from './result';
import { indexFactsSchema, type TabState, tabStateSchema, traceSchema } from './schemas';

const tabIdSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The contract between the extension's pages (popup, panel, options) and its background: every request and its reply.
 * There is no other direction: the background tells nobody anything, views watch `storage.session` instead.
 */
const requestSchema = v.variant('type', [
  /** Read the page in this tab and look for coverage. Works only while the tab's click grant lasts. */
  v.strictObject({ type: v.literal('read-tab'), tabId: tabIdSchema }),
  /** Go on with a reading of this tab that nobody carries out any more. */
  v.strictObject({ type: v.literal('resume-reading'), tabId: tabIdSchema }),
  /** Read the page in this tab once more, and say how. */
  v.strictObject({ type: v.literal('trace-tab'), tabId: tabIdSchema }),
  /** What the bundled index covers. */
  v.strictObject({ type: v.literal('index-facts') }),
  /** Which feeds the page in this tab names. */
  v.strictObject({ type: v.literal('page-feeds'), tabId: tabIdSchema }),
  /** Read the feeds that have just been chosen, or all of them, and answer when that is done. */
  v.strictObject({ type: v.literal('read-feeds'), which: v.picklist(['new', 'all']) }),
]);

export type Request = v.InferOutput<typeof requestSchema>;

interface Replies {
  'read-tab': TabState;
  'resume-reading': null;
  'trace-tab': readonly TraceEntry[];
  'index-facts': IndexFacts;
  'page-feeds': readonly FeedChoice[];
  'read-feeds': null;
}

/** One function per request; what it throws becomes the reply's failure. */
export type Handlers = {
  readonly [T in Request['type']]: (request: Extract<Request, { type: T }>) => Promise<Replies[T]>;
};

interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Whether a message comes from a page of this extension. A content script has our id as well but the address of the
 * page that it runs in, so the address decides; our own page opened in a tab is welcome.
 */
export function isOwnPage(sender: Sender, ownId: string, ownBase: string): boolean {
  return sender.id === ownId && sender.url !== undefined && sender.url.startsWith(ownBase);
}

/** Answers one message; a malformed one is refused, a thrown error becomes a failure. */
export async function answer(message: unknown, handlers: Handlers): Promise<Result<unknown>> {
  const request = v.safeParse(requestSchema, message);
  if (!request.success) return { ok: false, error: { code: 'refused', detail: 'Unknown message' } };
  try {
    return { ok: true, value: await dispatch(request.output, handlers) };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

function dispatch(request: Request, handlers: Handlers): Promise<unknown> {
  switch (request.type) {
    case 'read-tab':
      return handlers['read-tab'](request);
    case 'resume-reading':
      return handlers['resume-reading'](request);
    case 'trace-tab':
      return handlers['trace-tab'](request);
    case 'index-facts':
      return handlers['index-facts'](request);
    case 'page-feeds':
      return handlers['page-feeds'](request);
    case 'read-feeds':
      return handlers['read-feeds'](request);
  }
}

/** Starts answering requests from the extension's own pages; anything else gets no answer at all. */
export function answerRequests(handlers: Handlers): void {
  const ownBase = browser.runtime.getURL('/');
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (!isOwnPage(sender, browser.runtime.id, ownBase)) return false;
    void answer(message, handlers).then(reply);
    return true; // the reply comes later
  });
}

const envelopeSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: failureSchema }),
]);

/** Checks a reply: the envelope, then the value that its request asks for. */
export function parseReply<T>(reply: unknown, valueSchema: v.GenericSchema<unknown, T>): Result<T> {
  const envelope = v.safeParse(envelopeSchema, reply);
  if (envelope.success) {
    if (!envelope.output.ok) return envelope.output;
    const value = v.safeParse(valueSchema, envelope.output.value);
    if (value.success) return { ok: true, value: value.output };
  }
  return { ok: false, error: { code: 'internal', detail: 'Unreadable reply' } };
}

async function ask<T>(request: Request, valueSchema: v.GenericSchema<unknown, T>): Promise<Result<T>> {
  try {
    return parseReply(await send(request), valueSchema);
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}

/** Sends a request, and sends it again where no answer came: the worker may be ended by the browser in the middle. */
async function send(request: Request): Promise<unknown> {
  const reply: unknown = await browser.runtime.sendMessage(request).catch(() => undefined);
  return reply ?? browser.runtime.sendMessage(request);
}

/** Asks the background to read the page in a tab. */
export function askToReadTab(tabId: number): Promise<Result<TabState>> {
  return ask({ type: 'read-tab', tabId }, tabStateSchema);
}

/** Asks the background to go on with a reading that has not come to an end; a background that has died comes back for it. */
export async function askToResume(tabId: number): Promise<void> {
  await ask({ type: 'resume-reading', tabId }, v.null());
}

/** Asks the background what its index covers. */
export function askForIndexFacts(): Promise<Result<IndexFacts>> {
  return ask({ type: 'index-facts' }, indexFactsSchema);
}

/** Asks the background which feeds the page in a tab names. */
export function askForPageFeeds(tabId: number): Promise<Result<readonly FeedChoice[]>> {
  return ask({ type: 'page-feeds', tabId }, pageFeedsSchema);
}

/** Asks the background to read the feeds that the reader follows; done when they are read. */
export async function askToReadFeeds(which: 'new' | 'all'): Promise<void> {
  await ask({ type: 'read-feeds', which }, v.null());
}

/** Asks the background how the page in a tab is read. */
export function askToTraceTab(tabId: number): Promise<Result<readonly TraceEntry[]>> {
  return ask({ type: 'trace-tab', tabId }, traceSchema);
}
