import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo } from './harness/options-page';
import { settled, snapshotOf, until } from './harness/view';
import { LETTER } from './known-stories';

inEveryBrowser('a private window, where the reader allows Sidelight there', (session) => {
  it('is read, offers nothing that would be kept, and leaves nothing', async () => {
    const { harness, server } = session();
    await harness.allowPrivate();
    const page = await harness.openExtensionTab('saved.html');
    const api = '(globalThis.browser ?? chrome)';
    await page.evaluate(`${api}.storage.local.set({ settings: { version: 2, languages: ['en'], interfaceLanguage: null,
      theme: 'auto', textSize: 'normal', compact: false, hiddenOutlets: [], preferredOutlets: [], history: true, sites: [] } })`);
    const before = await page.evaluate(`${api}.storage.local.get()`);

    const tab = await harness.openPrivateTab(`${server.base}/sample-hi.html`);
    const popup = await harness.openPopup(tab);
    expect(await settled(popup)).toMatchObject({ state: 'read', title: { lang: 'hi' }, stories: [LETTER] });
    expect(await popup.evaluate(`document.querySelector('#site-on') === null`)).toBe(true);
    const panel = await harness.openPanel(popup);
    expect(await settled(panel)).toMatchObject({ state: 'read', stories: [LETTER] });
    expect(await panel.evaluate(`document.querySelector('.save-button') === null`)).toBe(true);
    // Two reports can be opened side by side, and no outlet be hidden or put first: that would be kept.
    await panel.click('.report .menu summary');
    await comesTo(panel, `document.querySelectorAll('.menu[open] .menu-item').length`, 1);
    expect((await snapshotOf(panel)).text).toContain('Private window: nothing is saved here');
    await panel.close();
    await tab.close();

    // As long as keeping it would take, and longer.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await page.close();
    const saved = await harness.openExtensionTab('saved.html');
    await until('the page', () => saved.evaluate(`document.querySelector('#history') !== null`), Boolean);
    expect(await saved.evaluate(`document.querySelectorAll('.history-entry, .saved-story').length`)).toBe(0);
    expect(await saved.evaluate(`${api}.storage.local.get()`)).toEqual(before);
    expect(await saved.evaluate(`${api}.storage.session.get()`)).toEqual({});
    await saved.close();
  });
  it('offers neither feeds nor what is kept on pages of its own there', async () => {
    const { harness, name } = session();
    // Chromium opens an extension's pages in ordinary windows only.
    if (name === 'chromium') return;
    await harness.allowPrivate();
    for (const [path, section] of [
      ['options.html', '#live'],
      ['saved.html', '#data'],
    ]) {
      const tab = await harness.openPrivateTab(path ?? '');
      const words = () => tab.evaluate(`document.querySelector('${section}')?.textContent ?? ''`);
      await until('the section', words, (text) => String(text).includes('This is a private window'));
      const offers = '#follow-feeds, .feed-choices, #import-feeds, #subscribe, #import-file, #export-all, #delete-all';
      expect(await tab.evaluate(`document.querySelectorAll('${offers}').length`)).toBe(0);
      await tab.close();
    }
  });
});
