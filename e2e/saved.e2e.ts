import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { type Backup, backupFile, readBackup } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { barriersIn } from './harness/barriers';
import { makeDownloads } from './harness/downloads';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo } from './harness/options-page';
import { saveButtonIs } from './harness/save-button';
import { importText, openSaved, says, shows, storiesOn } from './harness/saved-page';
import type { Session } from './harness/session';
import { settled, until, type View } from './harness/view';
import { LETTER } from './known-stories';

const downloads = makeDownloads();
afterAll(downloads.remove);

const bridge = savedStory();
const flood = savedStory(
  { id: '2025-04-01-flood', titles: { en: 'River floods the old town', bn: 'বন্যা' } },
  { savedAt: '2025-04-02T10:00:00.000Z' },
);
const read = { readAt: '2025-04-02T10:00:00.000Z', page: flood.page, stories: [flood.id] };
const backup: Backup = {
  settings: { ...defaultSettings(['bn', 'en']), theme: 'dark' },
  saved: [bridge, flood],
  history: [read],
};

async function search(page: View, words: string): Promise<void> {
  await page.evaluate(`(() => {
    const field = document.querySelector('input[type=search]');
    field.value = ${JSON.stringify(words)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
}

/** Grants a site as a reader's "Allow" does; Firefox has no way to that without its prompt. */
async function grantSite({ name, harness }: Session, page: View): Promise<void> {
  if (name !== 'chromium') return;
  const id = JSON.stringify(await page.evaluate('chrome.runtime.id'));
  const extensions = await harness.openTab('chrome://extensions');
  await extensions.evaluate(`chrome.developerPrivate.addHostPermission(${id}, 'http://127.0.0.1/*')`);
  await extensions.close();
  expect(await page.evaluate(`chrome.permissions.request({ origins: ['http://127.0.0.1/*'] })`)).toBe(true);
}

async function settingsIn(page: View): Promise<unknown> {
  return page.evaluate(`(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings)`);
}

inEveryBrowser(
  'the page of saved stories',
  (session) => {
    it('is empty at first, and takes in a file', async () => {
      const page = await openSaved(session().harness);
      await says(page, 'Nothing is saved yet.');
      expect(await page.evaluate(`document.querySelector('#history')`)).toBeNull();
      await importText(page, backupFile(backup));
      await says(page, 'Imported: settings and 2 saved stories.');
      await shows(page, `${flood.id} ${bridge.id}`);
      expect(await settingsIn(page)).toMatchObject({ languages: ['bn', 'en'], theme: 'dark' });
      await until(
        'the titles in the languages that came',
        () => page.evaluate(`document.querySelector('.saved-story h2').textContent`),
        (title) => title === 'বন্যা',
      );
      // Taken in once more, nothing is there twice.
      await importText(page, backupFile(backup));
      await says(page, 'Imported: settings and 2 saved stories.');
      expect(await page.evaluate(`document.querySelectorAll('.history-entry').length`)).toBe(1);
      await shows(page, `${flood.id} ${bridge.id}`);
      await page.close();
    });

    it('refuses a file with one unsound story whole', async () => {
      const page = await openSaved(session().harness);
      const unsafe = savedStory({ id: 'unsafe', titles: { '<b>': 'x' } });
      await importText(page, backupFile({ ...backup, settings: defaultSettings(['zh']), saved: [unsafe] }));
      await says(page, 'Nothing was changed. This file cannot be imported: something in it is damaged');
      await importText(page, 'hello');
      await says(page, 'it is not an export of Sidelight.');
      await shows(page, `${flood.id} ${bridge.id}`);
      expect(await settingsIn(page)).toMatchObject({ languages: ['bn', 'en'] });
      await page.close();
    });

    it('leaves out a record that is unsound', async () => {
      const page = await openSaved(session().harness);
      await page.evaluate(`new Promise((done, failed) => {
        const opening = indexedDB.open('sidelight');
        opening.onerror = failed;
        opening.onsuccess = () => {
          const change = opening.result.transaction('saved', 'readwrite');
          change.objectStore('saved').put({ id: 'odd', savedAt: '2026', story: null });
          change.oncomplete = () => { opening.result.close(); done(); };
        };
      })`);
      await page.close();
      const again = await openSaved(session().harness);
      await shows(again, `${flood.id} ${bridge.id}`);
      await again.close();
    });

    it('finds by words, and removes with a way back', async () => {
      const page = await openSaved(session().harness);
      await shows(page, `${flood.id} ${bridge.id}`);
      await search(page, 'FLOODS zoe');
      await shows(page, flood.id);
      await search(page, 'nowhere');
      await says(page, 'No saved story has these words.');
      await search(page, '');
      await page.click(`[data-story="${flood.id}"] .remove-button`);
      await shows(page, `(${flood.id}) ${bridge.id}`);
      // The focus follows once the list is drawn.
      await comesTo(page, 'document.activeElement.id', 'undo');
      await page.click('#undo');
      await shows(page, `${flood.id} ${bridge.id}`);
      await comesTo(page, `document.activeElement.closest('li')?.dataset.story ?? ''`, flood.id);
      await page.close();
    });

    it('stays in step with the same page in another tab', async () => {
      const [one, other] = [await openSaved(session().harness), await openSaved(session().harness)];
      await shows(one, `${flood.id} ${bridge.id}`);
      await other.click(`[data-story="${bridge.id}"] .remove-button`);
      await shows(other, `${flood.id} (${bridge.id})`);
      await shows(one, flood.id);
      await other.click('#undo');
      await shows(one, `${flood.id} ${bridge.id}`);
      await other.close();
      await one.close();
    });

    it('hands stories on as files and as text', async () => {
      const page = await openSaved(session().harness);
      await shows(page, `${flood.id} ${bridge.id}`);
      const choose = async (action: string): Promise<void> => {
        await page.click(`[data-story="${bridge.id}"] .menu-button`);
        await page.click(`[data-story="${bridge.id}"] [data-action="${action}"]`);
      };
      await choose('csv');
      expect(await downloads.take('.csv')).toMatch(
        /^\ufeffstory,title,outlet,[^\n]+\r\n2025-03-01-harbour-bridge-opens,/,
      );
      await choose('json');
      expect(JSON.parse(await downloads.take('.json'))).toEqual({ format: 'sidelight-story', version: 1, ...bridge });
      await choose('markdown');
      await says(page, 'Copied');
      await page.click('#export-all');
      const all = readBackup(await downloads.take('.json'));
      expect(all).toEqual({ ok: true, backup: { ...backup, saved: [flood, bridge] } });
      await page.close();
    });

    it('has no barriers', async () => {
      const page = await openSaved(session().harness);
      await shows(page, `${flood.id} ${bridge.id}`);
      await page.click(`[data-story="${flood.id}"] .remove-button`);
      await page.click(`[data-story="${bridge.id}"] .fold > summary`);
      await page.click('#delete-all');
      for (const scheme of ['light', 'dark'] as const) {
        await page.screenshot({ scheme });
        expect(await barriersIn(page), scheme).toEqual([]);
      }
      await page.click('#undo');
      await shows(page, `${flood.id} ${bridge.id}`);
      await page.close();
    });

    it('shows what is saved in the panel at once, and the panel what is removed', async () => {
      const { tab, popup } = await session().read('/sample-hi.html');
      const panel = await session().harness.openPanel(popup);
      await settled(panel);
      await saveButtonIs(panel, 'false');
      await panel.click('.save-button');
      await saveButtonIs(panel, 'true');
      const page = await openSaved(session().harness);
      await shows(page, `${LETTER} ${flood.id} ${bridge.id}`);
      await page.click(`[data-story="${LETTER}"] .fold > summary`);
      await until(
        'its reports',
        () => page.evaluate(`document.querySelectorAll('[data-story="${LETTER}"] a.report-link').length`),
        (reports) => Number(reports) > 5,
      );
      await page.click(`[data-story="${LETTER}"] .remove-button`);
      await shows(page, `(${LETTER}) ${flood.id} ${bridge.id}`);
      await page.close();
      await tab.bringToFront();
      await saveButtonIs(panel, 'false');
      await panel.close();
      await tab.close();
    });

    it('lists what was read where the reader wants it, and not before', async () => {
      const page = await openSaved(session().harness);
      const titles = (): Promise<unknown> =>
        page.evaluate(`Array.from(document.querySelectorAll('.history-entry > a'), (link) => link.href)`);
      const listed = (count: number): Promise<unknown> =>
        until(`${count} in the history`, titles, (value) => v.parse(v.array(v.string()), value).length === count);
      expect(await listed(1)).toEqual([flood.page.url]); // the test before read an article
      const settings = v.parse(v.looseObject({}), await settingsIn(page));
      await page.evaluate(
        `(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ settings: { ...settings, history: true } })})`,
      );
      const first = await session().read('/sample-bn.html');
      await first.popup.close();
      await first.tab.close();
      // Read twice in a row: listed once.
      for (const path of ['/home.html', '/sample-ar.html', '/sample-ar.html']) {
        const { popup, tab } = await session().read(path);
        await popup.close();
        await tab.close();
      }
      // By the addresses that the pages give themselves.
      expect(await listed(3)).toEqual([
        expect.stringMatching(/sample-ar$/),
        expect.stringMatching(/sample-bn$/),
        flood.page.url,
      ]);
      await page.click('#clear-history');
      await page.click('#clear-history-yes');
      await says(page, 'Nothing has been kept yet.');
      await page.close();
    });

    it('deletes everything, at the second click only', async () => {
      const page = await openSaved(session().harness);
      await shows(page, `${flood.id} ${bridge.id}`);
      await page.click(`[data-story="${flood.id}"] .remove-button`);
      await grantSite(session(), page);
      await page.click('#delete-all');
      await page.click('.confirm button'); // the first of them is the way back
      await shows(page, `(${flood.id}) ${bridge.id}`);
      await page.click('#delete-all');
      await page.click('#delete-all-yes');
      await says(page, 'Everything was deleted.');
      await says(page, 'Nothing is saved yet.');
      expect(await storiesOn(page)).toBe('');
      expect(
        await page.evaluate(`(async ({ storage, permissions }) => [
          await storage.local.get(), await storage.session.get(),
          (await permissions.getAll()).origins ?? [],
        ])(globalThis.browser ?? chrome)`),
      ).toEqual([{}, {}, []]);
      await page.close();
    });
  },
  () => ({ downloads: downloads.folder }),
);
