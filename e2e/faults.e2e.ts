import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newFeed } from '../lib/coverage/followed-feed';
import { backupFile } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { availableBrowsers } from './harness';
import { openLive } from './harness/feeds-page';
import { saveButtonIs } from './harness/save-button';
import { importText, openSaved, says, shows, storiesOn } from './harness/saved-page';
import { closeReading, openSession, type Session } from './harness/session';
import { settled, until, type View } from './harness/view';
import { LETTER } from './known-stories';

/** Makes the database as another version of Sidelight, or a damage, would have left it. */
function makeDatabase(page: View, version: number, stores: string): Promise<unknown> {
  return page.evaluate(`new Promise((done, failed) => {
    const gone = indexedDB.deleteDatabase('sidelight');
    gone.onerror = failed;
    gone.onsuccess = () => {
      const opening = indexedDB.open('sidelight', ${version});
      opening.onerror = failed;
      opening.onupgradeneeded = () => { const database = opening.result; ${stores} };
      opening.onsuccess = () => { opening.result.close(); done(true); };
    };
  })`);
}

const STORES = `
  const saved = database.createObjectStore('saved', { keyPath: 'id' });
  saved.createIndex('savedAt', 'savedAt');
  saved.put(${JSON.stringify(savedStory())});
  database.createObjectStore('history', { autoIncrement: true }).createIndex('readAt', 'readAt');`;

/** Records as no version of Sidelight has written them, and a feed that is sound. */
const DAMAGED_LIVE = `(() => {
  const sound = ${JSON.stringify(newFeed({ address: 'https://sound.example/feed', name: 'Sound', lang: 'en' }, 0))};
  const bytes = new Uint8Array(500).fill(83);
  return {
    feeds: [sound, { ...sound, address: 'https://[' }, { address: 'https://odd.example/' }],
    subscriptions: [{ address: 'https://[' }, { address: 'https://odd.example/', manifest: 7 }],
    chunks: [{ id: 'a', bytes }, { id: 'b', bytes: 'none' }],
    chunkKeys: ['a', 'b', 'c'].map((id) => ({ id, day: '2026-11-20', dated: true, ids: ['x'], keys: new Float64Array(3) })),
    shards: [{ id: 'https://odd.example/ s.bin', bytes }],
    statistics: [{ id: 'chunks', bytes }],
  };
})()`;

describe.each(availableBrowsers())('what is kept, in a state that this version did not make (%s)', (name) => {
  const inSession = async (work: (session: Session) => Promise<void>): Promise<void> => {
    const session = await openSession(name);
    try {
      await work(session);
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  };

  it('by a newer version: its stories are shown where they are sound, and stay as they were', () =>
    inSession(async ({ harness, read }) => {
      const first = await harness.openExtensionTab('welcome.html');
      await makeDatabase(first, 500, `${STORES} database.createObjectStore('later');`);
      await first.close();
      const page = await openSaved(harness);
      await shows(page, savedStory().id);
      await page.close();
      const reading = await read('/sample-hi.html');
      expect(reading.shown).toMatchObject({ state: 'read', stories: [LETTER] });
      await closeReading(reading);
      const last = await harness.openExtensionTab('welcome.html');
      const kept = `indexedDB.databases().then((all) => all.find(({ name }) => name === 'sidelight').version)`;
      expect(Number(await last.evaluate(kept))).toBeGreaterThanOrEqual(500);
    }));

  it('by an older version, without tables: they are made, and stories can be kept', () =>
    inSession(async ({ harness }) => {
      const first = await harness.openExtensionTab('welcome.html');
      await makeDatabase(first, 1, '');
      await first.close();
      const page = await openSaved(harness);
      await says(page, 'Nothing is saved yet.');
      await importText(page, backupFile({ settings: defaultSettings(['en']), saved: [savedStory()], history: [] }));
      await shows(page, savedStory().id);
    }));

  it('by a damage that took the tables: coverage is shown all the same, and what cannot be done is said', () =>
    inSession(async ({ harness, read }) => {
      const first = await harness.openExtensionTab('welcome.html');
      await makeDatabase(first, 10, '');
      await first.close();
      const { popup, shown } = await read('/sample-hi.html');
      expect(shown).toMatchObject({ state: 'read', stories: [LETTER] });
      const panel = await harness.openPanel(popup);
      await settled(panel);
      await panel.click('.save-button');
      await until(
        'saved, or words',
        () =>
          panel.evaluate(`[document.querySelector('.save-button').getAttribute('aria-pressed'),
            Array.from(document.querySelectorAll('[role=status], .notice-error'), (one) => one.innerText).join(' ').trim()]`),
        (answer) => Array.isArray(answer) && (answer[0] === 'true' || answer[1] !== ''),
      );
    }));

  it('live coverage that is damaged: what is sound is listed, and the bundled index is searched all the same', () =>
    inSession(async ({ harness, read }) => {
      const first = await openLive(harness, false);
      await first.evaluate(`new Promise((done, failed) => {
        const opening = indexedDB.open('sidelight-live');
        opening.onerror = failed;
        opening.onsuccess = () => {
          const records = ${DAMAGED_LIVE};
          const change = opening.result.transaction(Object.keys(records), 'readwrite');
          for (const [table, all] of Object.entries(records)) for (const one of all) change.objectStore(table).put(one);
          change.onerror = failed;
          change.oncomplete = () => { opening.result.close(); done(true); };
        };
      })`);
      await first.close();
      const { popup, shown, tab } = await read('/sample-hi.html');
      expect(shown).toMatchObject({ state: 'read', stories: [LETTER] });
      await popup.close();
      await tab.close();
      const options = await openLive(harness);
      const listed = `Array.from(document.querySelectorAll('#live .feed-row'), ({ dataset }) => dataset.feed ?? dataset.index).join(' ')`;
      await until(
        'the feed that is sound',
        () => options.evaluate(listed),
        (feeds) => feeds === 'https://sound.example/feed',
      );
      await options.click('[data-do="remove"]');
      await until(
        'it gone',
        () => options.evaluate(listed),
        (feeds) => feeds === '',
      );
    }));

  it('a full disk: what does not fit is said, and what is there stays', () =>
    inSession(async ({ harness }) => {
      const page = await openSaved(harness);
      await importText(page, backupFile({ settings: defaultSettings(['bn']), saved: [savedStory()], history: [] }));
      await shows(page, savedStory().id);
      await page.evaluate(`(() => {
        for (const name of ['put', 'add']) {
          IDBObjectStore.prototype[name] = () => { throw new DOMException('No room', 'QuotaExceededError'); };
        }
      })()`);
      const more = [savedStory({ id: 'one-more' })];
      await importText(page, backupFile({ settings: defaultSettings(['zh']), saved: more, history: [] }));
      await says(page, 'no room');
      expect(await storiesOn(page)).toBe(savedStory().id);
      const languages = `(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings.languages.join())`;
      expect(await page.evaluate(languages)).toBe('bn');
    }));

  it('the extension loaded anew while its panel is open: the next click reads, and what was saved is there', () =>
    inSession(async ({ harness, read, server }) => {
      const { popup, tab } = await read('/sample-hi.html');
      const panel = await harness.openPanel(popup);
      await settled(panel);
      await panel.click('.save-button');
      await saveButtonIs(panel, 'true');
      await harness.reload();
      await sleep(1500);
      const page = await openSaved(harness);
      await shows(page, LETTER);
      await page.close();
      // Chromium closes the panel, Firefox keeps its frame; the tab was read by what is gone now.
      const next = await harness.openTab(`${server.base}/sample-bn.html`);
      const again = await harness.openPopup(next);
      expect(await settled(again)).toMatchObject({ state: 'read', title: { lang: 'bn' }, stories: [LETTER] });
      await again.close();
      await tab.close();
    }));
});
