import { browser } from 'wxt/browser';

/** Firefox's own; not in the types of the Chrome API. */
interface SidebarAction {
  open(): Promise<void>;
}

function hasSidebar(api: object): api is { readonly sidebarAction: SidebarAction } {
  return 'sidebarAction' in api;
}

/** Opens the side panel or sidebar. Must be the first thing a click handler does: an `await` before it ends the gesture. */
export function openPanel(windowId: number): Promise<void> {
  return hasSidebar(browser) ? browser.sidebarAction.open() : browser.sidePanel.open({ windowId });
}

/** Opens the options page. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Opens the page of saved stories in a tab. */
export async function openSaved(): Promise<void> {
  await browser.tabs.create({ url: new URL('saved.html', browser.runtime.getURL('/')).href });
}
