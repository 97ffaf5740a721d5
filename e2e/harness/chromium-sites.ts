import type { Browser } from 'puppeteer-core';
import type { SitePermissions } from './view';

/**
 * Chromium asks in a window of its own that no test can reach without a display, and the question then stays for ever. A
 * site that was allowed on chrome://extensions before is granted by the same click without being asked about.
 */
export function chromiumSites(browser: Browser, extensionId: string): SitePermissions {
  const onExtensionsPage = async (call: string): Promise<void> => {
    const page = await browser.newPage({ background: true }); // in front it would close the popup
    await page.goto('chrome://extensions/');
    await page.evaluate(call);
    await page.close();
  };
  return {
    async allow(hosts, click) {
      const patterns = JSON.stringify([hosts].flat().map(patternOf));
      await onExtensionsPage(`(async () => {
        for (const pattern of ${patterns}) await chrome.developerPrivate.addHostPermission('${extensionId}', pattern);
      })()`);
      await click();
    },
    deny: null,
    revoke: (host) =>
      onExtensionsPage(`chrome.developerPrivate.removeHostPermission('${extensionId}', '${patternOf(host)}')`),
  };
}

/** The pattern of a host; one that is a pattern already stays. */
function patternOf(host: string): string {
  return host.includes('://') ? host : `*://${host}/*`;
}
