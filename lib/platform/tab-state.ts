import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type TabState, tabStateSchema } from './schemas';

/**
 * What is known of each tab, in `storage.session`: in memory only, gone with the browser, but there again after the
 * worker has died. What is found there is checked, since an update of the extension may have changed its shape.
 */
const keyOf = (tabId: number): string => `tab:${tabId}`;

/** The tab's state; null where its page has not been read. */
export async function getTabState(tabId: number): Promise<TabState | null> {
  const key = keyOf(tabId);
  const stored: Record<string, unknown> = await browser.storage.session.get(key);
  return parseTabState(stored[key]);
}

function parseTabState(value: unknown): TabState | null {
  const checked = v.safeParse(tabStateSchema, value);
  return checked.success ? checked.output : null;
}

/** Marks the start of a reading; whatever was known of the tab is replaced. */
export async function startReading(tabId: number, state: Extract<TabState, { status: 'reading' }>): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: state });
}

/** Keeps the outcome of a reading, unless the tab has moved on or another reading has begun meanwhile. */
export async function finishReading(tabId: number, state: TabState): Promise<void> {
  const current = await getTabState(tabId);
  if (current?.readId !== state.readId) return;
  await browser.storage.session.set({ [keyOf(tabId)]: state });
}

/** Forgets a tab's state. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls back with the tab's state whenever it changes; returns how to stop. */
export function watchTabState(tabId: number, onChange: (state: TabState | null) => void): () => void {
  const key = keyOf(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (key in changes) onChange(parseTabState(changes[key]?.newValue));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** An address without its fragment, by which one page is told from another. */
export function pageAddress(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

/**
 * Whether a tab's update means that the page read there is gone. Without a grant the new address is not told; then any
 * new load counts as another page, so that one page's coverage is never shown as another's.
 */
export function hasMoved(
  change: { readonly status?: string | undefined; readonly url?: string | undefined },
  url: string | undefined,
  state: TabState,
): boolean {
  if (change.status !== 'loading' && change.url === undefined) return false;
  const address = pageAddress(change.url ?? url);
  return address === null || address !== state.address;
}

/** Forgets what was read in a tab once the tab closes or shows another page. */
export function forgetTabsThatMove(): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    void getTabState(tabId).then((state) => {
      if (state !== null && hasMoved(change, tab.url, state)) return forgetTab(tabId);
    });
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}
