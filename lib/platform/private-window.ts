import { browser } from 'wxt/browser';

/** Whether the calling page stands in a private window, where nothing is kept. */
export async function isInPrivateWindow(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  return (await browser.windows.getCurrent()).incognito;
}
