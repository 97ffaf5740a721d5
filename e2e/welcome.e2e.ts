import { expect, it } from 'vitest';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { until } from './harness/view';

const STORAGE = '(globalThis.browser ?? globalThis.chrome).storage.local';
/** The extension's own pages that are open in tabs. */
const OPEN_PAGES = `(globalThis.browser ?? globalThis.chrome).extension.getViews({ type: 'tab' })
  .map(({ location }) => location.pathname)`;

inEveryBrowser(
  'the welcome page',
  (session) => {
    it('opens once after the installation', async () => {
      const options = await session().harness.openExtensionTab('options.html');
      const pages = await until(
        'the welcome page',
        () => options.evaluate(OPEN_PAGES),
        (open) => Array.isArray(open) && open.includes('/welcome.html'),
      );
      expect(pages).toEqual(expect.arrayContaining(['/options.html', '/welcome.html']));
      expect(pages).toHaveLength(2);
      await options.close();
    });

    it('says what Sidelight is, asks for the languages and is done, by the keyboard alone', async () => {
      const page = await session().harness.openExtensionTab('welcome.html');
      await until('the page', () => page.evaluate(`document.querySelector('#done') !== null`), Boolean);
      expect(await page.evaluate('document.title')).toBe('Sidelight is ready');
      expect(await page.evaluate(`document.querySelectorAll('.welcome > p:not([role])').length`)).toBe(3);
      expect(await page.evaluate(`${STORAGE}.get('settings').then(({ settings = null }) => settings)`)).toBeNull();

      await page.evaluate(`document.querySelector('#add-language').value = 'ta'`);
      await page.evaluate(`document.querySelector('#add').focus()`);
      await page.press('Enter');
      const last = `document.querySelector('.languages li:last-child').dataset.lang`;
      await until(
        'Tamil',
        () => page.evaluate(last),
        (lang) => lang === 'ta',
      );
      await page.press('Tab');
      await page.press('Enter');
      const said = `document.querySelector('[role="status"]').innerText`;
      await until(
        'the end',
        () => page.evaluate(said),
        (words) => words === 'That is all. You can close this page.',
      );
      const kept = await page.evaluate(`${STORAGE}.get('settings').then(({ settings }) => settings.languages)`);
      expect(kept).toEqual(expect.arrayContaining(['en', 'ta']));
      await page.close();
    });

    it('has no barriers, light and dark, from left and from right', async () => {
      const page = await session().harness.openExtensionTab('welcome.html');
      await until('the page', () => page.evaluate(`document.querySelector('#done') !== null`), Boolean);
      for (const interfaceLanguage of [null, 'ar']) {
        for (const theme of ['light', 'dark']) {
          const chosen = JSON.stringify({ interfaceLanguage, theme });
          await page.evaluate(`${STORAGE}.get('settings').then(({ settings }) =>
            ${STORAGE}.set({ settings: { ...settings, ...${chosen} } }))`);
          const looks = `[document.documentElement.lang, document.documentElement.dataset.theme].join(' ')`;
          const wanted = `${interfaceLanguage ?? 'en'} ${theme}`;
          await until(
            wanted,
            () => page.evaluate(looks),
            (seen) => seen === wanted,
          );
          expect(await barriersIn(page), wanted).toEqual([]);
        }
      }
      await page.close();
    });
  },
  () => ({ keepWelcome: true }),
);
