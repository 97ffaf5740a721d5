import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';

/** Raw WebDriver BiDi, which puppeteer speaks with Firefox but does not hand out. */
export interface Bidi {
  /** Evaluates in Firefox's own window, where the toolbar and the sidebar are. */
  inChrome(expression: string): Promise<unknown>;
  navigate(page: Page, url: string): Promise<void>;
}

interface Connection {
  send(method: string, params: unknown): Promise<{ readonly result: unknown }>;
}

function connectionOf(browser: Browser): Connection {
  if (!('connection' in browser)) throw new Error('This puppeteer keeps its BiDi connection elsewhere');
  const { connection } = browser;
  if (typeof connection !== 'object' || connection === null || !('send' in connection)) {
    throw new Error('This puppeteer keeps its BiDi connection elsewhere');
  }
  const { send } = connection;
  if (typeof send !== 'function') throw new Error('This puppeteer cannot send BiDi commands');
  return { send: (method, params) => send.call(connection, method, params) };
}

const treeSchema = v.object({ contexts: v.pipe(v.array(v.object({ context: v.string() })), v.minLength(1)) });
const evaluatedSchema = v.variant('type', [
  v.object({ type: v.literal('success'), result: v.object({ value: v.optional(v.unknown()) }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

/** Opens the raw protocol of a Firefox that was started with `--remote-allow-system-access`. */
export async function openBidi(browser: Browser): Promise<Bidi> {
  const connection = connectionOf(browser);
  const send = async (method: string, params: unknown): Promise<unknown> =>
    (await connection.send(method, params)).result;
  const tree = v.parse(treeSchema, await send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const context = tree.contexts[0]?.context;

  return {
    async inChrome(expression) {
      const params = { expression, target: { context }, awaitPromise: true };
      const evaluated = v.parse(evaluatedSchema, await send('script.evaluate', params));
      if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
      return evaluated.result.value;
    },
    // page.goto() never resolves for moz-extension: pages; the raw command does.
    async navigate(page, url) {
      await send('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
    },
  };
}

function contextOf(page: Page): string {
  const frame = page.mainFrame();
  if (!('_id' in frame) || typeof frame._id !== 'string') throw new Error('This puppeteer keeps frame ids elsewhere');
  return frame._id;
}
