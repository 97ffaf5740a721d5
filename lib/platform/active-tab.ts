import { browser } from 'wxt/browser';
import type { TabState } from './schemas';
import { getTabState, watchTabState } from './tab-state';

/** The tab that a popup or panel stands beside. */
export interface OpenTab {
  readonly id: number;
  readonly windowId: number;
}

/** The active tab of the window that the calling page belongs to. */
export async function findActiveTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.id < 0 ? null : { id: tab.id, windowId: tab.windowId };
}

/**
 * Follows the active tab of this window and what is known of it: calls back at once, when the reader changes tabs, when
 * the page is read and when it moves on. Answers that arrive after the next change are dropped, so one tab's coverage
 * never shows as another's. Returns how to stop.
 */
export function watchActiveTab(onChange: (state: TabState | null) => void): () => void {
  let turn = 0;
  let stopWatching = (): void => {};

  const follow = async (): Promise<void> => {
    const mine = ++turn;
    stopWatching();
    stopWatching = () => {};
    const tab = await findActiveTab();
    if (mine !== turn) return;
    if (tab === null) return onChange(null);
    let told = false;
    stopWatching = watchTabState(tab.id, (state) => {
      told = true;
      onChange(state);
    });
    const state = await getTabState(tab.id);
    // A change that arrived while the state was being fetched is newer than what was fetched.
    if (mine === turn && !told) onChange(state);
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
