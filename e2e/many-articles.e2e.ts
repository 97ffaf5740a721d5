import { expect, it } from 'vitest';
import { askForSite } from './harness/ask-for-site';
import { inEveryBrowser } from './harness/in-every-browser';
import { LETTER } from './known-stories';

/** How many articles are read in one run: `npm run test:faults` reads many. */
const ARTICLES = Number(process.env.SIDELIGHT_ARTICLES ?? 40);
const LANGUAGES = ['hi', 'bn', 'ar', 'zh', 'en'];

inEveryBrowser('many articles in one run', (session) => {
  it(
    `${ARTICLES} are read and matched, and memory stays flat`,
    async () => {
      const { harness, server } = session();
      const page = await harness.openExtensionTab('welcome.html');
      await askForSite(harness, page, '127.0.0.1');
      const tab = await harness.openTab(`${server.base}/sample-hi.html`);
      const id = await page.evaluate(`chrome.tabs.query({ url: '*://127.0.0.1/*' }).then(([one]) => one.id)`);
      const bytes: number[] = [];
      for (let turn = 0; turn < ARTICLES; turn++) {
        const lang = LANGUAGES[turn % LANGUAGES.length];
        await tab.goto(`${server.base}/sample-${lang}.html?${turn}`);
        const read = `chrome.runtime.sendMessage({ type: 'read-tab', tabId: ${id} })
        .then(({ ok, value }) => [ok, value?.status, value?.page?.lang, value?.findings?.sameEvent[0]?.id])`;
        expect(await page.evaluate(read)).toEqual([true, 'read', lang, LETTER]);
        if (turn % Math.ceil(ARTICLES / 10) === 0 || turn === ARTICLES - 1) {
          const heap = await harness.backgroundBytes();
          if (heap !== null) bytes.push(heap);
        }
      }
      if (harness.name === 'chromium') {
        // The first articles fill what is kept for the next: tables, memos.
        const [, , start = 0] = bytes;
        console.log(
          `the background's heap over ${ARTICLES} articles, MB: ${bytes.map((one) => (one / 1e6).toFixed(1)).join(' ')}`,
        );
        expect((bytes.at(-1) ?? 0) - start).toBeLessThan(8e6);
      }
      expect(await page.evaluate(`chrome.storage.session.get().then((all) => Object.keys(all).length)`)).toBeLessThan(
        5,
      );
      await harness.sites.revoke('127.0.0.1');
      await tab.close();
      await page.close();
    },
    60_000 + ARTICLES * 2000,
  );
});
