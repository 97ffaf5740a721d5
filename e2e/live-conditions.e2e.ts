import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFERED_PER_LANGUAGE } from '../lib/coverage/catalogue';
import { writeOpml } from '../lib/coverage/opml';
import { copyBuild } from './harness/copy-build';
import { makeDownloads } from './harness/downloads';
import { itemsOf, openLive, readNow } from './harness/feeds-page';
import { giveFile } from './harness/give-file';
import { inEveryBrowser } from './harness/in-every-browser';
import { clickBehind, comesTo } from './harness/options-page';
import { openPanelOn } from './harness/session';
import { until, type View } from './harness/view';
import { DOMAIN, type Network, startNetwork } from './network/network';
import { ARTICLE, answerAs, CATALOGUE, OUTLETS, PAPER, type World } from './network/outlets';

/** Sound outlets, which all report the event. */
const FOLLOWED = OUTLETS.slice(0, 8);
const world: World = { day: 0, happened: true, awake: true };
/** Hosts that answer nothing but that they do not. */
const refusing = new Set<string>();
const downloads = makeDownloads();

let network: Network;

beforeAll(async () => {
  const outlets = answerAs(world);
  network = await startNetwork((request, response, host) => {
    if (refusing.has(host)) response.writeHead(503).end();
    else outlets(request, response, host);
  });
});
afterAll(async () => {
  await network.close();
  downloads.remove();
});

const API = '(globalThis.browser ?? globalThis.chrome)';

/** Makes every feed due, as if its time had come. */
const COME_DUE = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('sidelight-live');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('feeds', 'readwrite');
    const feeds = transaction.objectStore('feeds');
    feeds.getAll().onsuccess = ({ target }) => target.result.forEach((feed) => feeds.put({ ...feed, dueAt: 0 }));
    transaction.oncomplete = () => { opening.result.close(); resolve(true); };
  };
})`;

/** When the next look at the feeds is due: '' without an alarm, 'soon', or 'later'. */
const ALARM = `${API}.alarms.get('live').then((alarm) =>
  alarm === undefined ? '' : alarm.scheduledTime > Date.now() + 60_000 ? 'later' : 'soon')`;

/** Whether the alarm has rung and all is done that it gave occasion to: it is set anew first thing, and goes where nothing is to be read. */
const RUNG = `Promise.all([${ALARM}, navigator.locks.query()]).then(([alarm, { held, pending }]) =>
  alarm !== 'soon' && ![...held, ...pending].some(({ name }) => name.startsWith('live-')))`;

/** The background hears of a choice a moment after the page that made it, and sets its alarm over any other. */
const alarmStands = (view: View, expected: '' | 'later'): Promise<unknown> =>
  until(
    'the alarm',
    () => view.evaluate(ALARM),
    (alarm) => alarm === expected,
  );

/** How often feeds are asked for when their time has come: so often, or not at all. */
async function askedByTheClock({ evaluate }: View, expected: number): Promise<number> {
  const asked = (): number => network.seen.filter(({ host }) => host !== PAPER).length;
  await evaluate(COME_DUE);
  network.forget();
  await evaluate(`${API}.alarms.create('live', { when: Date.now() + 100 })`);
  // The alarm is set anew a moment before the reading begins: what is to come is waited for, and what is not as well.
  if (expected > 0)
    await until(
      'the requests',
      async () => asked(),
      (count) => count >= expected,
      20_000,
    );
  await until('the alarm', () => evaluate(RUNG), Boolean, 20_000);
  await sleep(500);
  await until('the end', () => evaluate(RUNG), Boolean, 20_000);
  return asked();
}

const STATES = `[...document.querySelectorAll('#live .feed-row')].map(({ dataset }) => dataset.state).sort().join(' ')`;
const ALL_OK = FOLLOWED.map(() => 'ok').join(' ');

inEveryBrowser(
  'the reading of feeds',
  (session) => {
    it('begins with a list from a file, which comes back as a file', async () => {
      const { harness } = session();
      world.day = 0;
      network.forget();
      const options = await harness.openExtensionTab('options.html');
      await until('the section', () => options.evaluate(`document.querySelector('#import-feeds') !== null`), Boolean);
      const take = (name: string, text: string): Promise<void> =>
        giveFile(options, '#live input[type=file]', name, text);
      await take('wrong.opml', '<html><body>no list</body></html>');
      await until(
        'words about a file that is none',
        () => options.evaluate(`document.querySelector('#live').textContent`),
        (text) => String(text).includes('no list of feeds'),
      );
      const listed = CATALOGUE.slice(0, FOLLOWED.length);
      await take('feeds.opml', writeOpml(listed));
      await until('the feeds', () => options.evaluate(`document.querySelector('#follow-feeds') !== null`), Boolean);
      expect(network.seen.filter(({ host }) => host !== PAPER)).toEqual([]);
      await harness.sites.allow(
        FOLLOWED.map(({ host }) => `https://${host}/*`),
        () => options.click('#follow-feeds'),
      );
      await until(
        'feeds that were read',
        () => options.evaluate(STATES),
        (states) => states === ALL_OK,
        30_000,
      );
      await clickBehind(options, '#export-feeds');
      const text = await downloads.take('.opml');
      for (const { address, name } of listed) {
        expect(text).toContain(`xmlUrl="${address}"`);
        expect(text).toContain(`text="${name}"`);
      }
      await options.close();
    });

    it('waits while it is paused, which the panel says, and goes on by the clock after', async () => {
      const options = await openLive(session().harness);
      await clickBehind(options, '#live-paused');
      await comesTo(options, `document.querySelector('#live-paused').checked`, true);
      await alarmStands(options, '');
      expect(await askedByTheClock(options, 0)).toBe(0);
      const { tab, panel } = await openPanelOn(session(), ARTICLE);
      expect(await panel.evaluate(`document.querySelector('#live-line').textContent`)).toContain('paused');
      await panel.close();
      await tab.close();
      await clickBehind(options, '#live-paused');
      await comesTo(options, `document.querySelector('#live-paused').checked`, false);
      await alarmStands(options, 'later');
      expect(await askedByTheClock(options, FOLLOWED.length)).toBe(FOLLOWED.length);
      await options.close();
    });

    it('makes no request offline, with private windows alone, or while the browser saves data and tells', async () => {
      const { harness, name } = session();
      const options = await openLive(session().harness);
      const pretend = (object: string, property: string, value: string): Promise<unknown> =>
        harness.inBackground(
          `void Object.defineProperty(${object}, '${property}', { get: () => ${value}, configurable: true })`,
        );
      await pretend('navigator', 'onLine', 'false');
      expect(await askedByTheClock(options, 0)).toBe(0);
      await pretend('navigator', 'onLine', 'true');
      await pretend(`${API}.windows`, 'getAll', '() => Promise.resolve([{ incognito: true }])');
      expect(await askedByTheClock(options, 0)).toBe(0);
      await pretend(`${API}.windows`, 'getAll', '() => Promise.resolve([{ incognito: true }, { incognito: false }])');
      if (name === 'chromium') {
        await pretend('navigator.connection', 'saveData', 'true');
        expect(await askedByTheClock(options, 0)).toBe(0);
        await pretend('navigator.connection', 'saveData', 'false');
      }
      const words = String(await options.evaluate(`document.querySelector('#live').textContent`));
      expect(words).toContain(name === 'chromium' ? 'set to save data' : 'does not tell extensions that you save data');
      expect(await askedByTheClock(options, FOLLOWED.length)).toBe(FOLLOWED.length);
      await options.close();
    });

    it('tells in the panel which sources fail, and how many more', async () => {
      const options = await openLive(session().harness);
      for (const { host } of FOLLOWED.slice(0, 7)) refusing.add(host);
      await readNow(options);
      const first = await openPanelOn(session(), ARTICLE);
      const line = `document.querySelector('#live-line').textContent`;
      expect(await first.panel.evaluate(line)).toMatch(/Could not be read: Outlet 0, .*Outlet 4, and 2 more sources\./);
      await first.panel.close();
      await first.tab.close();
      refusing.clear();
      await readNow(options);
      const then = await openPanelOn(session(), ARTICLE);
      expect(await then.panel.evaluate(line)).not.toContain('Could not be read');
      await then.panel.close();
      await then.tab.close();
      await options.close();
    });

    it('says that there is no room where the disk is full, loses nothing, and goes on once there is', async () => {
      const { harness } = session();
      const options = await openLive(session().harness);
      const before = await itemsOf(options);
      await harness.inBackground(`void (() => {
        const { put } = IDBObjectStore.prototype;
        self.withRoom = () => void (IDBObjectStore.prototype.put = put);
        IDBObjectStore.prototype.put = () => { throw new DOMException('No room', 'QuotaExceededError'); };
      })()`);
      world.day++;
      await readNow(options);
      await until(
        'words about the room',
        () => options.evaluate(`document.querySelector('#live .notice-error')?.textContent ?? ''`),
        (words) => String(words).includes('no room'),
      );
      expect(await itemsOf(options)).toBe(before);
      expect(await options.evaluate(STATES)).toBe(ALL_OK);
      const { tab, popup, shown } = await session().read(ARTICLE);
      expect(shown.links.length).toBeGreaterThan(0);
      await popup.close();
      await tab.close();
      await harness.inBackground('void self.withRoom()');
      await readNow(options);
      await until(
        'what could not be kept',
        () => itemsOf(options),
        (items) => items > before + 70,
      );
      expect(await options.evaluate(`document.querySelector('#live .notice-error') === null`)).toBe(true);
      await options.close();
    });

    it('begins in one step from the panel, and follows the feed that a page names', async () => {
      const { harness } = session();
      const options = await openLive(session().harness);
      await clickBehind(options, '#delete-all');
      await clickBehind(options, '#delete-all-yes');
      await comesTo(options, STATES, '');
      const { tab, panel } = await openPanelOn(session(), ARTICLE);
      const offered = CATALOGUE.filter(({ lang }) => lang === 'en').slice(0, OFFERED_PER_LANGUAGE);
      await until('the offer', () => panel.evaluate(`document.querySelector('#live-offer') !== null`), Boolean);
      await harness.sites.allow(
        offered.map(({ address }) => new URL('/*', address).href),
        () => panel.click('#follow-offered'),
      );
      const rows = `[...document.querySelectorAll('#live .feed-row')].map(({ dataset }) => dataset.feed).sort()`;
      await comesTo(options, rows, offered.map(({ address }) => address).sort());
      await panel.evaluate(`document.querySelector('#page-feeds').open = true`);
      const named = `#page-feeds [data-feed="https://new${DOMAIN}/feed.xml"]`;
      await until('the feed of the page', () => panel.evaluate(`document.querySelector('${named}') !== null`), Boolean);
      await harness.sites.allow([`https://new${DOMAIN}/*`], () => panel.click(named));
      await until(
        'that feed, read',
        () =>
          options.evaluate(
            `document.querySelector('#live [data-feed="https://new${DOMAIN}/feed.xml"]')?.dataset.state`,
          ),
        (state) => state === 'ok',
        20_000,
      );
      await panel.close();
      await tab.close();
      await options.close();
    });
  },
  (name) => ({
    proxyPort: network.proxyPort,
    downloads: downloads.folder,
    extension: copyBuild(name, { 'feeds.json': JSON.stringify(CATALOGUE) }),
  }),
);
