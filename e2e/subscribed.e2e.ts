import { afterAll, beforeAll, expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { clickBehind } from './harness/options-page';
import { settled, type TabView, until } from './harness/view';
import { INDEX_ADDRESS, INDEX_HOST, INDEXED, type IndexHost, makeIndexHost } from './network/index-host';
import { type Network, startNetwork } from './network/network';
import { ARTICLE, answerAs } from './network/outlets';

let network: Network;
let host: IndexHost;

beforeAll(async () => {
  host = makeIndexHost();
  const outlets = answerAs({ day: 0, happened: false, awake: true });
  network = await startNetwork((request, response, name) => {
    if (name === INDEX_HOST) host.answer(request.url ?? '', response);
    else outlets(request, response, name);
  });
});
afterAll(async () => {
  host.close();
  await network.close();
});

const ROW = `document.querySelector('[data-index="${INDEX_ADDRESS}"]')`;

/** Files were bytes once, and are blobs now. Gives how many they are. */
const KEEP_AS_BEFORE = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('sidelight-live'));
  const records = await done(database.transaction('shards').objectStore('shards').getAll());
  const earlier = await Promise.all(
    records.map(async ({ id, file }) => ({ id, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const files = database.transaction('shards', 'readwrite').objectStore('shards');
  await Promise.all(earlier.map((record) => done(files.put(record))));
  database.close();
  return records.length;
})()`;

async function comesToState(options: TabView, state: string): Promise<void> {
  await until(
    `the state ${state}`,
    () => options.evaluate(`${ROW}?.dataset.state + ' ' + ${ROW}?.textContent`),
    (seen) => String(seen).startsWith(`${state} `),
    30_000,
  );
}

inEveryBrowser(
  'a subscribed index',
  (session) => {
    const open = async (): Promise<TabView> => {
      const options = await session().harness.openExtensionTab('options.html');
      await until('the section', () => options.evaluate(`document.querySelector('#subscribe') !== null`), Boolean);
      return options;
    };
    const write = (options: TabView): Promise<unknown> =>
      options.evaluate(`document.querySelector('#index-address').value = '${INDEX_ADDRESS}'`);
    /** Subscribed indexes are looked after with the feeds; without feeds no button asks for it. */
    const readNow = (options: TabView): Promise<unknown> =>
      options.evaluate(`chrome.runtime.sendMessage({ type: 'read-feeds', which: 'all' })`);

    it('is not taken where a file is not what the manifest says', async () => {
      host.offer = 'damaged';
      const options = await open();
      await write(options);
      await session().harness.sites.allow([`https://${INDEX_HOST}/*`], () => options.click('#subscribe'));
      await comesToState(options, 'damaged');
      await options.close();
    });

    it('is searched beside the others once its files are sound', async () => {
      host.offer = 'newer';
      const options = await open();
      await readNow(options);
      await comesToState(options, 'ok');
      const { tab, popup } = await session().read(ARTICLE);
      const panel = await session().harness.openPanel(popup);
      const shown = await settled(panel);
      expect(shown.links.map(({ href }) => href).sort()).toEqual([...INDEXED].sort());
      expect(await panel.evaluate(`document.querySelector('[data-origin]').dataset.origin`)).toBe('subscribed');
      await panel.close();
      await tab.close();
      await options.close();
    });

    it('is kept where an older one is offered, fetches no file twice, and goes whole', async () => {
      const options = await open();
      network.forget();
      await readNow(options);
      await comesToState(options, 'ok');
      expect(network.seen.map(({ url }) => url)).toEqual(['/news/manifest.json']);
      host.offer = 'older';
      await readNow(options);
      await comesToState(options, 'older');
      const { tab, popup, shown } = await session().read(ARTICLE);
      expect(shown.links).toHaveLength(INDEXED.length);
      await popup.close();
      await tab.close();
      await clickBehind(options, `[data-index="${INDEX_ADDRESS}"] [data-do="remove"]`);
      await until('no index', () => options.evaluate(`${ROW} === null`), Boolean);
      const again = await session().read(ARTICLE);
      expect(again.shown.links).toEqual([]);
      await again.popup.close();
      await again.tab.close();
      await options.close();
    });

    it('is searched in files that an earlier version kept', async () => {
      host.offer = 'newer';
      const options = await open();
      await write(options);
      await session().harness.sites.allow([`https://${INDEX_HOST}/*`], () => options.click('#subscribe'));
      await comesToState(options, 'ok');
      expect(await options.evaluate(KEEP_AS_BEFORE)).toBe(2);
      const { tab, popup, shown } = await session().read(ARTICLE);
      expect(shown.links).toHaveLength(INDEXED.length);
      await popup.close();
      await tab.close();
      await options.close();
    });
  },
  () => ({ proxyPort: network.proxyPort }),
);
