import { browser } from 'wxt/browser';
import { completeReading } from '../article/complete-reading';
import { summarisePage } from '../article/page-summary';
import { InvalidReading, parseReading } from '../article/parse-reading';
import type { Article } from '../article/types';
import type { Findings } from '../match/types';
import { addToHistory } from './history';
import { isFileResult, PAGE_SCRIPT, runInPage } from './page-script';
import { refusalOf } from './refusals';
import { FailureError, toFailure } from './result';
import type { StartedReading, TabState } from './schemas';
import { finishReading, forgetTab, getTabState, pageAddress, startReading } from './tab-state';

/** What finds the coverage of an article. */
export interface CoverageFinder {
  findCoverage(article: Article): Findings | Promise<Findings>;
}

/** A page that has not answered by then is given up on. */
const TIME_LIMIT_MS = 15_000;

/** Readings of this worker's life that go on. One that is stored and not here ended with an earlier life. */
const underWay = new Set<string>();

/** A new reading of the page at an address. */
export function newReading(url: string | undefined): StartedReading {
  return { status: 'reading', readId: crypto.randomUUID(), address: pageAddress(url) };
}

/** Notes that a reading goes on until the work is done. */
export async function whileUnderWay<T>({ readId }: StartedReading, work: () => Promise<T>): Promise<T> {
  underWay.add(readId);
  try {
    return await work();
  } finally {
    underWay.delete(readId);
  }
}

/** Reads the page in a tab, looks for coverage, keeps the outcome for the panel and returns what is known then. */
export async function readTab(tabId: number, loadEngine: () => Promise<CoverageFinder>): Promise<TabState> {
  const { url } = await browser.tabs.get(tabId);
  const reading = newReading(url);
  return whileUnderWay(reading, async () => {
    // The page is read meanwhile; what comes of it is kept after this, for a tab's changes wait for each other.
    const started = startReading(tabId, reading);
    const [state] = await Promise.all([completeTab(tabId, url, reading, loadEngine), started]);
    return state;
  });
}

/** Carries out a reading that has been started; returns what is known of the tab then: it may have moved on. */
export async function completeTab(
  tabId: number,
  url: string | undefined,
  reading: StartedReading,
  loadEngine: () => Promise<CoverageFinder>,
): Promise<TabState> {
  const outcome = await read(tabId, url, loadEngine).then(
    (found): TabState => ({ ...reading, status: 'read', ...found }),
    (error: unknown): TabState => ({ ...reading, status: 'failed', failure: toFailure(error) }),
  );
  const state = await finishReading(tabId, reading, outcome);
  // Nobody waits for the history, and a full disk is no reason to show nothing.
  void browser.tabs
    .get(tabId)
    .then(
      ({ incognito }) => addToHistory({ state: outcome, isPrivate: incognito }),
      // It may have closed before its reading was noted, and nobody would forget that again.
      () => forgetTab(tabId),
    )
    .catch(() => {});
  return state ?? { status: 'left' };
}

/** Reads a tab again where its reading ended in the middle, because the worker died. */
export async function resumeReading(tabId: number, loadEngine: () => Promise<CoverageFinder>): Promise<void> {
  const state = await getTabState(tabId);
  if (state?.status === 'reading' && !underWay.has(state.readId)) await readTab(tabId, loadEngine);
}

type Outcome = Pick<Extract<TabState, { status: 'read' }>, 'page' | 'findings'>;

async function read(
  tabId: number,
  url: string | undefined,
  loadEngine: () => Promise<CoverageFinder>,
): Promise<Outcome> {
  // Opened while the page is being read; a page that is no article has no use for it, and for its failure neither.
  const opening = loadEngine();
  opening.catch(() => {});
  const result = await runPageScript(tabId, url);
  if (isFileResult(result)) throw new FailureError('file', result.file);
  const page = completeReading(parse(result));
  if (page.kind !== 'article') return { page: summarisePage(page), findings: null };
  const engine = await opening;
  return { page: summarisePage(page), findings: await engine.findCoverage(page) };
}

async function runPageScript(tabId: number, url: string | undefined): Promise<unknown> {
  try {
    const run = await runInPage(tabId, PAGE_SCRIPT, TIME_LIMIT_MS);
    return run?.result ?? nothingFrom(url, run);
  } catch (error) {
    throw error instanceof FailureError ? error : refusalOf(url, error);
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
