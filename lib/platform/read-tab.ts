import { browser } from 'wxt/browser';
import { completeReading } from '../article/complete-reading';
import { InvalidReading, parseReading } from '../article/parse-reading';
import type { ReadPage } from '../article/types';
import type { Engine } from '../match/engine';
import { addToHistory } from './history';
import { isFileResult, PAGE_SCRIPT } from './page-script';
import { refusalOf } from './refusals';
import { FailureError, toFailure } from './result';
import type { PageSummary, TabState } from './schemas';
import { finishReading, pageAddress, startReading } from './tab-state';

/** A page that has not answered by then is given up on. */
const TIME_LIMIT_MS = 15_000;

/** Reads the page in a tab, looks for coverage, keeps the outcome for the panel and returns it. */
export async function readTab(tabId: number, loadEngine: () => Promise<Engine>): Promise<TabState> {
  const readId = crypto.randomUUID();
  const { url, incognito } = await browser.tabs.get(tabId);
  const address = pageAddress(url);
  await startReading(tabId, { status: 'reading', readId, address });
  const state = await read(tabId, url, loadEngine).then(
    (outcome): TabState => ({ status: 'read', readId, address, ...outcome }),
    (error: unknown): TabState => ({ status: 'failed', readId, address, failure: toFailure(error) }),
  );
  await finishReading(tabId, state);
  // Nobody waits for the history, and a full disk is no reason to show nothing.
  void addToHistory({ state, isPrivate: incognito });
  return state;
}

type Outcome = Pick<Extract<TabState, { status: 'read' }>, 'page' | 'findings'>;

async function read(tabId: number, url: string | undefined, loadEngine: () => Promise<Engine>): Promise<Outcome> {
  // Opened while the page is being read; a page that is no article has no use for it, and for its failure neither.
  const opening = loadEngine();
  opening.catch(() => {});
  const result = await runPageScript(tabId, url);
  if (isFileResult(result)) throw new FailureError('file', result.file);
  const page = completeReading(parse(result));
  if (page.kind !== 'article') return { page: summarise(page), findings: null };
  const engine = await opening;
  return { page: summarise(page), findings: engine.findCoverage(page) };
}

async function runPageScript(tabId: number, url: string | undefined): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FailureError('timeout', `${TIME_LIMIT_MS / 1000} s`)), TIME_LIMIT_MS);
  });
  const script = browser.scripting.executeScript({ target: { tabId }, files: [PAGE_SCRIPT] });
  try {
    const [first] = await Promise.race([script, limit]);
    // Where it may not run, Firefox runs nothing and says nothing.
    return first?.result ?? nothingFrom(url, first);
  } catch (error) {
    throw error instanceof FailureError ? error : refusalOf(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Why a page gave no result: it may not be read, or the script failed there (Firefox hands its error over). */
function nothingFrom(url: string | undefined, injection: object | undefined): never {
  const error = injection !== undefined && 'error' in injection ? injection.error : 'The page script gave nothing';
  const refusal = refusalOf(url, error);
  throw refusal.code === 'no-access' ? new FailureError('unreadable', refusal.message) : refusal;
}

function parse(result: unknown): ReturnType<typeof parseReading> {
  try {
    return parseReading(result);
  } catch (error) {
    if (error instanceof InvalidReading) throw new FailureError('unreadable', error.message);
    throw error;
  }
}

function summarise({ kind, title, lang, publishedAt, site, url }: ReadPage): PageSummary {
  return { kind, title, lang, publishedAt, site, url };
}
