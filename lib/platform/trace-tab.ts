import { browser } from 'wxt/browser';
import { completeReading } from '../article/complete-reading';
import { TRACE_REQUEST } from '../article/page-world';
import { parseReading } from '../article/parse-reading';
import type { TraceEntry } from '../article/types';
import { isFileResult, PAGE_SCRIPT, runInPage } from './page-script';
import { FailureError } from './result';

const TIME_LIMIT_MS = 15_000;

/**
 * Reads the page in a tab once more and says what was taken out of its text and put in. Nothing of it is kept.
 * @throws FailureError where the tab's click grant has ended, or the page is none that can be read
 */
export async function traceTab(tabId: number): Promise<readonly TraceEntry[]> {
  const request = browser.scripting.executeScript({
    target: { tabId },
    func: (name: string) => Reflect.set(globalThis, name, true),
    args: [TRACE_REQUEST],
  });
  await request.catch((error: unknown) => {
    throw new FailureError('no-access', error instanceof Error ? error.message : String(error));
  });
  const run = await runInPage(tabId, PAGE_SCRIPT, TIME_LIMIT_MS);
  const result: unknown = run?.result;
  if (isFileResult(result)) throw new FailureError('file', result.file);
  return completeReading(parseReading(result)).trace ?? [];
}
