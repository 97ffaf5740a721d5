import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { availableBrowsers } from './harness';
import { askForSite } from './harness/ask-for-site';
import { choose, comesTo, openOptions } from './harness/options-page';
import { importText, openSaved } from './harness/saved-page';
import { openSession } from './harness/session';
import { settled, snapshotOf, until } from './harness/view';
import { startRecorder } from './recorder';

/** What the browsers ask for themselves, with or without an extension. */
const BROWSERS_OWN =
  /(?:^|[./@])(?:mozilla\.(?:com|net|org)|firefox\.com|google(?:apis|usercontent)?\.com|gstatic\.com|gvt1\.com|dummy\.test)(?::\d+)?(?:\/|$)/;

describe.each(availableBrowsers())('a recorded run of everything (%s)', (name) => {
  it('asks for the pages that the reader opens, once each, and for nothing else', async () => {
    const recorder = await startRecorder();
    const downloads = mkdtempSync(join(tmpdir(), 'sidelight-silent-'));
    const session = await openSession(name, { proxy: recorder.port, downloads });
    const opened: string[] = [];
    try {
      const { harness, server } = session;
      const open = (path: string): string => {
        opened.push(server.base + path);
        return server.base + path;
      };
      // Read, with coverage, without, and what is no article; again after the background has died.
      const tab = await harness.openTab(open('/sample-hi.html'));
      for (const path of ['', '/nothing.html', '/home.html', '/sample-ar.html']) {
        if (path !== '') await tab.goto(open(path));
        if (path === '/home.html') await harness.killBackground();
        const popup = await harness.openPopup(tab);
        await settled(popup);
        await popup.close();
      }
      // The panel and all of its tools.
      const popup = await harness.openPopup(tab);
      await settled(popup);
      const panel = await harness.openPanel(popup);
      await settled(panel);
      await panel.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
      await panel.click('.save-button');
      await comesTo(panel, `document.querySelector('.save-button').getAttribute('aria-pressed')`, 'true');
      // What is kept: taken in, taken out, searched, followed.
      const page = await openSaved(harness);
      const settings = { ...defaultSettings(['en']), history: true };
      await importText(page, backupFile({ settings, saved: [savedStory()], history: [] }));
      await comesTo(page, `document.querySelectorAll('.saved-story').length`, 2);
      await page.click('#export-all');
      await until(
        'the export',
        async () => readdirSync(downloads).length,
        (files) => files > 0,
      );
      await page.close();
      // Every choice that changes what is drawn.
      const options = await openOptions(session);
      await choose(options, 'interface-language', 'ar');
      await comesTo(options, 'document.documentElement.lang', 'ar');
      await choose(options, 'interface-language', '');
      // A site that is always on.
      await askForSite(
        harness,
        options,
        '127.0.0.1',
        `chrome.storage.session.set({ 'wanted-site': { host: '127.0.0.1', at: Date.now() } });`,
      );
      await tab.bringToFront();
      await tab.goto(open('/sample-bn.html'));
      await until(
        'the article',
        () => snapshotOf(panel),
        ({ title }) => title?.lang === 'bn',
        20_000,
      );
      await harness.sites.revoke('127.0.0.1');
      await options.close();
      await panel.close();
      await tab.close();
      await sleep(1500);
    } finally {
      await session.harness.close();
      await session.server.close();
      await recorder.close();
      rmSync(downloads, { recursive: true, force: true });
    }
    const asked = recorder.seen.filter((address) => !BROWSERS_OWN.test(address) && !address.endsWith('/favicon.ico'));
    expect(asked.sort()).toEqual(opened.sort());
  }, 120_000);
});
