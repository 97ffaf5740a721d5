import { browser } from 'wxt/browser';

/** Opens the welcome page once, after the extension has been installed; an update opens nothing. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install')
      void browser.tabs.create({ url: new URL('welcome.html', browser.runtime.getURL('/')).href });
  });
}
