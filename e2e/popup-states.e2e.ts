import { expect, it } from 'vitest';
import { defaultSettings, settingsRecord } from '../lib/settings/settings';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { STORAGE } from './harness/options-page';
import { closeReading } from './harness/session';

/** A page for each state of the popup. */
const PAGES = { found: '/sample-hi.html', nothing: '/nothing.html', 'no article': '/home.html', failed: '/plain.txt' };

inEveryBrowser('every state of the popup', (session) => {
  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('has no barriers in %s, %s', async (interfaceLanguage, theme) => {
    const own = await session().harness.openExtensionTab('saved.html');
    const settings = settingsRecord({ ...defaultSettings([interfaceLanguage, 'bn']), interfaceLanguage, theme });
    await own.evaluate(`${STORAGE}.set(${JSON.stringify({ settings })})`);
    await own.close();
    for (const [name, path] of Object.entries(PAGES)) {
      const reading = await session().read(path);
      expect(reading.shown.lang).toBe(interfaceLanguage);
      expect(await reading.popup.evaluate('document.documentElement.dataset.theme')).toBe(theme);
      expect(await barriersIn(reading.popup), name).toEqual([]);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await reading.popup.evaluate(overflow), name).toBeLessThanOrEqual(0);
      await closeReading(reading);
    }
  });
});
