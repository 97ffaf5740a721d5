/** Reading without a click, on the sites that the reader has turned on (docs/decisions/0009). */
import { browser } from 'wxt/browser';
import type { PageSummary } from '../article/types';
import { PROBE_SCRIPT, runInPage } from './page-script';
import { type CoverageFinder, completeTab, newReading, whileUnderWay } from './read-tab';
import { hostOf, originOf } from './site-origins';
import { isSiteOn } from './sites';
import { finishReading, isAwaited, startFirstReading } from './tab-state';

/** A page may take its time to come; nobody waits for it. */
const PROBE_LIMIT_MS = 30_000;

/** What is said of a page that the probe took for no article. Nothing of it was read. */
const NO_ARTICLE: PageSummary = { kind: 'other', title: '', lang: 'und', publishedAt: null, site: null, url: null };

/** Reads the page at this address in a tab where its site is on, once an address. */
export async function readWhereOn(
  tabId: number,
  url: string,
  loadEngine: () => Promise<CoverageFinder>,
): Promise<void> {
  const host = hostOf(url);
  if (host === null || !(await isSiteOn(host))) return;
  const tab = await browser.tabs.get(tabId).catch(() => null); // closed meanwhile
  if (tab?.url !== url || tab.discarded) return;
  const reading = newReading(url);
  await whileUnderWay(reading, async () => {
    const takeBack = await startFirstReading(tabId, reading);
    if (takeBack === null) return;
    const worthIt = await probe(tabId);
    if (worthIt === null) await takeBack();
    else if (!worthIt) {
      await finishReading(tabId, reading, { ...reading, status: 'read', page: NO_ARTICLE, findings: null });
    } else if (await isAwaited(tabId, reading)) {
      // Else the reader has clicked or gone on while the page was settling.
      await completeTab(tabId, url, reading, loadEngine);
    }
  });
}

/** Waits until the page has settled; whether there is an article to read, null where it cannot be asked. */
async function probe(tabId: number): Promise<boolean | null> {
  try {
    const run = await runInPage(tabId, PROBE_SCRIPT, PROBE_LIMIT_MS);
    return typeof run?.result === 'boolean' ? run.result : null;
  } catch {
    return null; // the page has gone, or it is the browser's own page about an address that cannot be reached
  }
}

/** Reads the pages of a host that the reader is looking at. */
export async function readOpenPagesOf(host: string, loadEngine: () => Promise<CoverageFinder>): Promise<void> {
  const tabs = await browser.tabs.query({ active: true, url: originOf(host) });
  const read = ({ id, url }: (typeof tabs)[number]) =>
    id === undefined || url === undefined ? undefined : readWhereOn(id, url, loadEngine);
  await Promise.all(tabs.map(read));
}
