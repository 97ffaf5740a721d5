import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { toFailure } from './result';
import { type StartedReading, type TabState, tabStateSchema } from './schemas';

/**
 * What is known of each tab, in `storage.session`: in memory only, gone with the browser, but there again after the
 * worker has died. What is found there is checked, since an update of the extension may have changed its shape.
 */
const keyOf = (tabId: number): string => `tab:${tabId}`;

function tabIdOf(key: string): number | null {
  const [, id] = /^tab:(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}

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

/** Changes a tab's state to what the present one asks for, one change after the other; returns the new state. */
function changeTabState(tabId: number, next: (state: TabState | null) => TabState | null): Promise<TabState | null> {
  const key = keyOf(tabId);
  return navigator.locks.request(key, async () => {
    const before = await getTabState(tabId);
    const after = next(before);
    if (after === null) await browser.storage.session.remove(key);
    else if (after !== before) await browser.storage.session.set({ [key]: after });
    return after;
  });
}

/** Marks the start of a reading; whatever was known of the tab is replaced. */
export async function startReading(tabId: number, reading: StartedReading): Promise<void> {
  await changeTabState(tabId, () => reading);
}

/**
 * Marks the start of a reading, unless its page has been read already or is being read.
 *
 * @returns how to take that back where the reading comes to nothing; null where it must not begin
 */
export async function startFirstReading(
  tabId: number,
  reading: StartedReading,
): Promise<(() => Promise<unknown>) | null> {
  let before: TabState | null = null;
  const after = await changeTabState(tabId, (state) => {
    if (state === null || state.status === 'left') before = state;
    else if (state.address === reading.address) return state;
    return reading;
  });
  if (after !== reading) return null;
  return () => changeTabState(tabId, (state) => (isSame(state, reading) ? before : state));
}

/**
 * Keeps the outcome of a reading, unless the tab has moved on or another reading has begun meanwhile. Where there is no
 * room for it, what is known of the older tabs goes; where that does not help, the reading has failed.
 *
 * @returns what is known of the tab by then
 */
export async function finishReading(
  tabId: number,
  reading: StartedReading,
  outcome: TabState,
): Promise<TabState | null> {
  const finish = (kept: TabState): Promise<TabState | null> =>
    changeTabState(tabId, (state) => (isSame(state, reading) ? kept : state));
  try {
    return await finish(outcome);
  } catch {
    await makeRoom(tabId);
    return finish(outcome).catch((error: unknown) =>
      finish({ ...reading, status: 'failed', failure: toFailure(error) }),
    );
  }
}

/** Forgets what was read in the older half of the other tabs. Browsers number tabs upwards. */
async function makeRoom(tabId: number): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.session.get();
  const others = Object.entries(stored).flatMap(([key, value]) => {
    const id = tabIdOf(key);
    return id !== null && id !== tabId && parseTabState(value)?.status === 'read' ? [id] : [];
  });
  others.sort((a, b) => a - b);
  await Promise.all(others.slice(0, Math.ceil(others.length / 2)).map(forgetTab));
}

/** Whether this reading is the one that a tab waits for. */
export async function isAwaited(tabId: number, reading: StartedReading): Promise<boolean> {
  return isSame(await getTabState(tabId), reading);
}

function isSame(state: TabState | null, { readId }: StartedReading): boolean {
  return state?.status === 'reading' && state.readId === readId;
}

/**
 * Forgets what was read in a tab where a change means that its page is gone, but for the fact that there was one. A page
 * that failed and is loaded again is as good as unread: it may be read without a click once more.
 */
export async function leaveIfMoved(tabId: number, change: TabChange, url: string | undefined): Promise<void> {
  await changeTabState(tabId, (state) => {
    if (state === null) return null;
    if (hasMoved(change, url, state)) return { status: 'left' };
    return state.status === 'failed' && change.status === 'loading' ? null : state;
  });
}

/** Forgets a tab's state. */
export async function forgetTab(tabId: number): Promise<void> {
  await changeTabState(tabId, () => null);
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

/** What the browser tells of a tab's update. */
export interface TabChange {
  readonly status?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Whether a tab's update means that the page read there is gone. Without a grant the new address is not told; then any
 * new load counts as another page, so that one page's coverage is never shown as another's.
 */
export function hasMoved(change: TabChange, url: string | undefined, state: TabState): boolean {
  if (state.status === 'left') return false;
  if (change.status !== 'loading' && change.url === undefined) return false;
  const address = pageAddress(change.url ?? url);
  return address === null || address !== state.address;
}
