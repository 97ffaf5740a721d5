import { browser } from 'wxt/browser';
import { forgetTab, leaveIfMoved } from './tab-state';

/**
 * Keeps what is known of tabs in step with them: forgets what was read once a tab closes or shows another page.
 *
 * @param onPage told of a tab whose page may be new, after that; its address is known to those only who are granted it
 */
export function followTabs(onPage: (tabId: number) => Promise<void>): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    // A title or an icon is no new page. Without a load an address changes alone, in pages that are applications.
    if (change.status === undefined && change.url === undefined) return;
    void leaveIfMoved(tabId, change, tab.url).then(() => (tab.url === undefined ? undefined : onPage(tabId)));
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}
