import { type Harness, until, type View } from './view';

/** Whether a site is granted, as an expression for one of the extension's own pages. */
export const isGranted = (host: string): string =>
  `new Promise((resolve) => chrome.permissions.contains({ origins: ['*://${host}/*'] }, resolve))`;

/**
 * Has the reader grant a site from one of the extension's own pages, as the popup does up to the prompt: what follows
 * there does not run in Chromium, which closes the popup with it.
 *
 * @param first what is done in the click before the browser is asked
 */
export async function askForSite(harness: Harness, page: View, host: string, first = ''): Promise<void> {
  await page.evaluate(`(() => {
    const button = document.createElement('button');
    button.id = 'ask';
    button.addEventListener('click', () => { ${first} chrome.permissions.request({ origins: ['*://${host}/*'] }); });
    document.body.prepend(button);
  })()`);
  await harness.sites.allow(host, () => page.click('#ask'));
  await until('the grant', () => page.evaluate(isGranted(host)), Boolean);
  await page.evaluate(`document.querySelector('#ask').remove()`);
}
