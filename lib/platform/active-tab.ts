import { browser } from 'wxt/browser';
import { askToResume } from './messages';
import { PATIENCE_MS } from './read-patiently';
import type { TabState } from './schemas';
import { getTabState, watchTabState } from './tab-state';

/** The tab that a popup or panel stands beside. */
export interface OpenTab {
  readonly id: number;
  readonly windowId: number;
  /** Told only where the reader clicked on the page, or turned its site on. */
  readonly url: string | undefined;
  /** Whether it is in a private window. */
  readonly isPrivate: boolean;
}

/** What a panel knows of the tab in front: its state, or that it is another than the panel was opened beside. */
export type TabView = TabState | { readonly status: 'another-tab' } | null;

/** The active tab of the window that the calling page belongs to. */
export async function findActiveTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.id < 0) return null;
  return { id: tab.id, windowId: tab.windowId, url: tab.url, isPrivate: tab.incognito };
}

/**
 * Follows the active tab of this window and what is known of it: calls back at once, when the reader changes tabs, when
 * the page is read and when it moves on. Answers that arrive after the next change are dropped, so one tab's coverage
 * never shows as another's. Returns how to stop.
 */
export function watchActiveTab(onChange: (view: TabView) => void): () => void {
  let turn = 0;
  let home: number | null = null;
  let stopWatching = (): void => {};

  const follow = async (): Promise<void> => {
    const mine = ++turn;
    stopWatching();
    stopWatching = () => {};
    const tab = await findActiveTab();
    if (mine !== turn) return;
    if (tab === null) return onChange(null);
    home ??= tab.id;
    const elsewhere: TabView = tab.id === home ? null : { status: 'another-tab' };
    stopWatching = followTab(tab.id, (state) => onChange(state ?? elsewhere));
  };

  // Without the `tabs` permission both events still tell which tab it is, which is all that is needed here.
  const onActivated = (): void => void follow();
  browser.tabs.onActivated.addListener(onActivated);
  void follow();
  return () => {
    turn++;
    stopWatching();
    browser.tabs.onActivated.removeListener(onActivated);
  };
}

/** Calls back with a tab's state, now and whenever it changes, and sees to it that no reading goes on for ever. */
export function followTab(tabId: number, onState: (state: TabState | null) => void): () => void {
  let told = false;
  let nudging: ReturnType<typeof setInterval> | undefined;
  const tell = (state: TabState | null): void => {
    told = true;
    clearInterval(nudging);
    if (state?.status === 'reading') nudging = setInterval(() => void askToResume(tabId), PATIENCE_MS);
    onState(state);
  };
  const unwatch = watchTabState(tabId, tell);
  // A change that arrives while the state is being fetched is newer than what is fetched.
  void getTabState(tabId).then((state) => {
    if (!told) tell(state);
  });
  return () => {
    told = true;
    unwatch();
    clearInterval(nudging);
  };
}
