import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedAddress } from '../lib/coverage/followed-feed';
import { shownText } from '../lib/languages/shown-text';
import { makePayloads } from '../lib/payloads.testing';
import { hostilePage, inTitles } from './attack-pages';
import { ROOT } from './harness';
import { followListed, openLive, readNow, standing } from './harness/feeds-page';
import { inEveryBrowser } from './harness/in-every-browser';
import { clickBehind } from './harness/options-page';
import { closeReading, openPanelOn } from './harness/session';
import { expectUnharmed, showsText } from './harness/unharmed';
import { settled, snapshotOf, until, type View } from './harness/view';
import {
  eventTitle,
  FILLER,
  fitsXml,
  HIT,
  HIT_HOST,
  type HostileIndex,
  hostileFeed,
  hostileIndex,
  hostileList,
  INDEX_ADDRESS,
  INDEX_HOST,
} from './network/hostile-feeds';
import { DOMAIN, type Network, startNetwork } from './network/network';
import { ARTICLE, answerAs } from './network/outlets';

const PAYLOADS = makePayloads(HIT).filter(({ text }) => fitsXml(text) && text.length < 300);
const TEXTS = PAYLOADS.map(({ text }) => text);
const ADDRESSES = PAYLOADS.filter(({ kind }) => kind === 'scheme' || kind === 'look-alike').map(({ text }) => text);
/** Those that are none to be followed; the browser is asked for the others, by the host that it would go to. */
const REFUSED = ADDRESSES.filter((address) => feedAddress(address) === null);
/** As much as a headline holds beside what the event is called, and as a name does. */
const HEADLINES = inTitles(TEXTS, 210);
const NAMES = inTitles(TEXTS, 195);
/** So many headlines of one event stand out among others. */
const AT_ONCE = 54;
/** A headline of many payloads may be of another event to the matcher; the outlets' names have them once more. */
const ENOUGH = 0.8;
const ROUNDS = Math.ceil(HEADLINES.length / AT_ONCE);

const GATHERER = `evil${DOMAIN}`;
const OUTLET = `evil-outlet${DOMAIN}`;
const OTHERS = `filler${DOMAIN}`;

let network: Network;
let index: HostileIndex;
let round = 0;

/** The feed of others' reports: in each round the same items, edited to say something else. */
function gathered(): string {
  const headlines = HEADLINES.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
  const items = headlines.map((payload, at) => ({
    title: eventTitle(payload),
    link: `https://${GATHERER}/${at}`,
    source: NAMES[round * AT_ONCE + at] ?? NAMES[at] ?? 'x',
  }));
  const addresses = ADDRESSES.map((link, at) => ({
    title: `A ferry that goes to ${at}`,
    link,
    source: `Address ${at}`,
  }));
  return hostileFeed(TEXTS[0] ?? '', [...items, ...addresses]);
}

beforeAll(async () => {
  index = hostileIndex(HEADLINES.slice(0, AT_ONCE), readFileSync(`${ROOT}public/lexicon.bin`));
  const outlets = answerAs({ day: 0, happened: false, awake: true });
  const feeds: Readonly<Record<string, () => string>> = {
    [GATHERER]: gathered,
    [OUTLET]: () => hostileFeed(`${TEXTS[1]} ${TEXTS[9]}`, [{ title: 'One', link: `https://${OUTLET}/1`, source: '' }]),
    [OTHERS]: () => hostileFeed('Filler', FILLER),
  };
  network = await startNetwork((request, response, host) => {
    const feed = feeds[host];
    if (host === INDEX_HOST) index.answer(request.url ?? '', response);
    else if (feed === undefined) outlets(request, response, host);
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${TEXTS.at(-1)} ${round}"` })
        .end(feed());
  });
});
afterAll(() => network.close());

async function expectNobodyAsked(): Promise<void> {
  expect([...network.asked].filter((host) => host === HIT_HOST || host.endsWith('a.example'))).toEqual([]);
}

/** All headlines of a panel, the folds opened as they are drawn. */
async function headlinesOn(panel: View): Promise<readonly string[]> {
  const read = `(() => {
    document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
    return JSON.stringify(Array.from(document.querySelectorAll('.report .headline'), (one) => one.textContent));
  })()`;
  let before = -1;
  const shown = await until(
    'all headlines',
    async (): Promise<string[]> => JSON.parse(String(await panel.evaluate(read))),
    ({ length }) => {
      const same = length === before && length > 0;
      before = length;
      return same;
    },
  );
  return shown;
}

/** What stands there is what was written, in its own letters, and leads to addresses of the web. */
async function expectShownAsText(panel: View, payloads: readonly string[], wanted: number): Promise<void> {
  const plain = (text: string): string => shownText(text).replace(/\s+/g, ' ').trim();
  const shown = new Set((await headlinesOn(panel)).map(plain));
  const missing = payloads.map((payload) => plain(eventTitle(payload))).filter((title) => !shown.has(title));
  expect(missing.length, missing.join('\n')).toBeLessThanOrEqual(payloads.length - wanted);
  await expectUnharmed(panel);
  for (const { href, host } of (await snapshotOf(panel)).links) {
    expect(href).toMatch(/^https:\/\//);
    expect(host).toMatch(/^[a-z0-9.:[\]-]+$/);
  }
}

inEveryBrowser(
  'live coverage that attacks',
  (session) => {
    it('is a list of feeds that is shown as text, and followed at addresses of the web only', async () => {
      round = 0;
      network.forget();
      const own = [GATHERER, OUTLET, OTHERS].map((host) => ({
        address: `https://${host}/feed.xml`,
        name: '',
        lang: null,
      }));
      const listed = hostileList(NAMES);
      const options = await openLive(session().harness, false);
      await followListed(session(), options, [...own, ...listed], REFUSED);
      await until(
        'all feeds',
        () => standing(options),
        (rows) =>
          Object.values(rows).filter(({ state }) => state === 'ok' || state === 'refused').length >=
          own.length + listed.length,
        60_000,
      );
      const rows = await standing(options);
      expect(Object.keys(rows).filter((host) => !host.endsWith(DOMAIN))).toEqual([]);
      expect([GATHERER, OUTLET, OTHERS].map((host) => rows[host]?.state)).toEqual(['ok', 'ok', 'ok']);
      await showsText(options, [...NAMES, `${TEXTS[1]} ${TEXTS[9]}`]);
      await expectUnharmed(options);
      await expectNobodyAsked();
      await options.close();
    }, 120_000);

    it('is reports whose every word is text, the first time and when they are edited', async () => {
      for (round = 0; round < ROUNDS; round++) {
        const options = await openLive(session().harness);
        await readNow(options);
        await options.close();
        const { tab, panel } = await openPanelOn(session(), ARTICLE);
        const payloads = HEADLINES.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
        await expectShownAsText(panel, payloads, Math.floor(payloads.length * ENOUGH));
        await panel.close();
        await tab.close();
      }
      round = 0;
      await expectNobodyAsked();
    }, 120_000);

    it('is feeds named by a page, in titles and at addresses of whatever kind', async () => {
      const { server } = session();
      const links = NAMES.slice(0, 50).map(
        (name, at) =>
          `<link rel="alternate" type="application/rss+xml" title="${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" href="${
            at % 2 === 0
              ? `https://named${at}${DOMAIN}/`
              : (ADDRESSES[at >> 1] ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
          }">`,
      );
      server.put(
        '/named.html',
        hostilePage('अराघची पुतिन से मिले', 'साइट').replace('</head>', `${links.join('')}</head>`),
      );
      const { tab, panel } = await openPanelOn(session(), '/named.html');
      // It is there once what the reader follows is known.
      await until('the fold', () => panel.evaluate(`document.querySelector('#page-feeds') !== null`), Boolean);
      await panel.evaluate(`document.querySelector('#page-feeds').open = true`);
      await until(
        'the feeds',
        () => panel.evaluate(`document.querySelectorAll('#page-feeds .feed-row').length`),
        (count) => Number(count) >= 25,
      );
      await showsText(
        panel,
        NAMES.slice(0, 50).filter((_, at) => at % 2 === 0),
      );
      await expectUnharmed(panel);
      await expectNobodyAsked();
      await panel.close();
      await tab.close();
    });

    it('is an index whose articles, outlets and words are text', async () => {
      const options = await openLive(session().harness);
      await clickBehind(options, `.feed-row[data-feed="https://${GATHERER}/feed.xml"] [data-do="remove"]`);
      await options.evaluate(`document.querySelector('#index-address').value = '${INDEX_ADDRESS}'`);
      await session().harness.sites.allow([`https://${INDEX_HOST}/*`], () => options.click('#subscribe'));
      await until(
        'the index',
        () => options.evaluate(`document.querySelector('[data-index="${INDEX_ADDRESS}"]')?.dataset.state`),
        (state) => state === 'ok',
        30_000,
      );
      await expectUnharmed(options);
      await options.close();
      const { tab, panel } = await openPanelOn(session(), ARTICLE);
      await expectShownAsText(panel, HEADLINES.slice(0, AT_ONCE), AT_ONCE * ENOUGH);
      expect(await panel.evaluate(`document.querySelector('[data-origin="subscribed"]') !== null`)).toBe(true);
      await expectNobodyAsked();
      await panel.close();
      await tab.close();
    });

    it('leaves the bundled index as it is', async () => {
      const reading = await session().read('/sample-hi.html');
      expect(reading.shown.state).toBe('read');
      expect((await settled(reading.popup)).links.length).toBeGreaterThan(0);
      await closeReading(reading);
    });
  },
  () => ({ proxyPort: network.proxyPort }),
);
