import { browser } from 'wxt/browser';
import { forgetTab, leaveIfMoved } from './tab-state';

/**
 * Keeps what is known of tabs in step with them: forgets what was read once a tab closes or shows another page.
 *
 * @param onPage told of a page that may be new, after that, where the browser tells its address: where the site is granted
 */
export function followTabs(onPage: (tabId: number, url: string) => Promise<void>): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    // A title or an icon is no new page. Without a load an address changes alone, in pages that are applications.
    if (change.status === undefined && change.url === undefined) return;
    void leaveIfMoved(tabId, change, tab.url).then(() => (tab.url === undefined ? undefined : onPage(tabId, tab.url)));
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
}
