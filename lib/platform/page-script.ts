import { browser } from 'wxt/browser';
import type { PageReading } from '../article/types';
import { FailureError } from './result';

/** The file that is injected to read a page, as the build names it. */
export const PAGE_SCRIPT = '/page.js';
/** The file that is injected before, where nobody clicked: it says whether there is an article to read. */
export const PROBE_SCRIPT = '/probe.js';

/** What the page script returns: a reading, or the content type of a document that is not a web page. */
export type PageScriptResult = PageReading | { readonly file: string };

/** Tells a document that is no web page (PDF, picture, feed) from anything that is to be parsed as a reading. */
export function isFileResult(value: unknown): value is { readonly file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
}

/**
 * Runs one of these files in a tab, once its document is there.
 *
 * @returns what the browser says of the run; Firefox says nothing where the file may not run
 * @throws FailureError where the page does not answer in time
 * @throws Error of the browser where the file may not run
 */
export async function runInPage(
  tabId: number,
  file: typeof PAGE_SCRIPT | typeof PROBE_SCRIPT,
  limitMs: number,
): Promise<{ readonly result?: unknown } | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FailureError('timeout', `${limitMs / 1000} s`)), limitMs);
  });
  const script = browser.scripting.executeScript({ target: { tabId }, files: [file] });
  try {
    const [first] = await Promise.race([script, limit]);
    return first;
  } finally {
    clearTimeout(timer);
  }
}
