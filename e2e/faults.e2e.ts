import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { availableBrowsers } from './harness';
import { askForSite } from './harness/ask-for-site';
import { inEveryBrowser } from './harness/in-every-browser';
import { saveButtonIs } from './harness/save-button';
import { closeReading, openSession, type Session } from './harness/session';
import { type Harness, settled, until, type View } from './harness/view';
import { LETTER } from './known-stories';

/** How often the background is killed, and how many articles are read in one run: `npm run test:faults` does many. */
const KILLS = Number(process.env.SIDELIGHT_KILLS ?? 9);
const ARTICLES = Number(process.env.SIDELIGHT_ARTICLES ?? 100);
/** What a moment takes, and what many of them. */
const limit = (count: number, ms: number): number => 60_000 + count * ms;

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function openSaved(harness: Harness): Promise<View> {
  const page = await harness.openExtensionTab('saved.html');
  await until('the page', () => page.evaluate(`document.querySelector('#data') !== null`), Boolean);
  return page;
}

async function importText(page: View, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], 'backup.json', { type: 'application/json' }));
    const field = document.querySelector('input[type=file]');
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

const says = (page: View, words: string): Promise<unknown> =>
  until(
    words,
    () => page.evaluate('document.body.innerText'),
    (text) => String(text).includes(words),
    15_000,
  );

const storiesOn = (page: View): Promise<unknown> =>
  page.evaluate(
    `Array.from(document.querySelectorAll('.saved-list > li'), ({ dataset }) => dataset.story ?? '-').sort().join(' ')`,
  );

const LANGUAGES = ['hi', 'bn', 'ar', 'zh', 'en'];

/** What is under way when the background is killed. Each looks afterwards whether all is there and nothing is wrong. */
const WORKS: readonly ((session: Session, kill: () => Promise<void>, turn: number) => Promise<void>)[] = [
  async function reading({ harness, server }, kill, turn) {
    const lang = LANGUAGES[turn % LANGUAGES.length];
    const tab = await harness.openTab(`${server.base}/sample-${lang}.html`);
    const popup = await harness.openPopup(tab);
    await kill();
    const shown = await settled(popup, 20_000);
    expect(shown).toMatchObject({ state: 'read', title: { lang }, stories: [LETTER] });
    await popup.close();
    await tab.close();
  },
  async function saving({ harness, server }, kill) {
    const tab = await harness.openTab(`${server.base}/sample-hi.html`);
    const popup = await harness.openPopup(tab);
    await settled(popup);
    const panel = await harness.openPanel(popup);
    await settled(panel);
    await saveButtonIs(panel, 'false');
    await panel.click('.save-button');
    await kill();
    await saveButtonIs(panel, 'true');
    const page = await openSaved(harness);
    await until(
      'the story',
      () => storiesOn(page),
      (shown) => shown === LETTER,
    );
    await page.click('.remove-button');
    await until('it gone', () => page.evaluate(`document.querySelector('.removed-story') !== null`), Boolean);
    await page.close();
    await tab.bringToFront();
    await saveButtonIs(panel, 'false');
    await panel.close();
    await tab.close();
  },
  async function importing({ harness }, kill, turn) {
    const page = await openSaved(harness);
    const saved = Array.from({ length: 50 }, (_, n) => savedStory({ id: `import-${turn}-${n}` }));
    await importText(page, backupFile({ settings: defaultSettings(['en']), saved, history: [] }));
    await kill();
    await says(page, 'Imported: settings and 50 saved stories.');
    const list = until(
      'all of them',
      () => storiesOn(page),
      (shown) => String(shown).split(' ').length === 50,
    );
    expect(new Set(String(await list).split(' '))).toEqual(new Set(saved.map(({ id }) => id)));
    await page.click('#delete-all');
    await page.click('#delete-all-yes');
    await says(page, 'Nothing is saved yet.');
    await page.close();
  },
];

inEveryBrowser('the background, killed at any moment', (session) => {
  it(
    `loses nothing and shows nothing wrong, ${KILLS} times`,
    async () => {
      const random = seeded(20_251_122);
      for (let turn = 0; turn < KILLS; turn++) {
        const work = WORKS[turn % WORKS.length];
        // Reading and matching take half a second; the first moments are the most eventful.
        const moment = random() ** 2 * 700;
        await work?.(session(), () => sleep(moment).then(() => session().harness.killBackground()), turn);
      }
    },
    limit(KILLS, 15_000),
  );
});

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
    limit(ARTICLES, 2000),
  );
});

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
      await until(
        'the story',
        () => storiesOn(page),
        (shown) => shown === savedStory().id,
      );
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
      await until(
        'the story',
        () => storiesOn(page),
        (shown) => shown === savedStory().id,
      );
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

  it('a full disk: what does not fit is said, and what is there stays', () =>
    inSession(async ({ harness }) => {
      const page = await openSaved(harness);
      await importText(page, backupFile({ settings: defaultSettings(['bn']), saved: [savedStory()], history: [] }));
      await until(
        'the story',
        () => storiesOn(page),
        (shown) => shown === savedStory().id,
      );
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
      await until(
        'saved',
        () => panel.evaluate(`document.querySelector('.save-button').getAttribute('aria-pressed')`),
        (is) => is === 'true',
      );
      await harness.reload();
      await sleep(1500);
      const page = await openSaved(harness);
      await until(
        'the story',
        () => storiesOn(page),
        (shown) => shown === LETTER,
      );
      await page.close();
      // Chromium closes the panel, Firefox keeps its frame; the tab was read by what is gone now.
      const next = await harness.openTab(`${server.base}/sample-bn.html`);
      const again = await harness.openPopup(next);
      expect(await settled(again)).toMatchObject({ state: 'read', title: { lang: 'bn' }, stories: [LETTER] });
      await again.close();
      await tab.close();
    }));
});
