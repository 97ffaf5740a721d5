import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { copyBuild } from './harness/copy-build';
import { chooseFeeds, itemsOf, openLive, readNow, standing } from './harness/feeds-page';
import { inEveryBrowser } from './harness/in-every-browser';
import { clickBehind } from './harness/options-page';
import { settled, snapshotOf, until, type View } from './harness/view';
import { DOMAIN, type Network, startNetwork } from './network/network';
import {
  ARTICLE,
  addressOf,
  answerAs,
  CATALOGUE,
  EVENT,
  OUTLETS,
  type Outlet,
  PAPER,
  type World,
} from './network/outlets';

// A feed that never answers is waited for as long as the extension waits.
vi.setConfig({ testTimeout: 150_000 });

let network: Network;
const world: World = { day: 0, happened: false, awake: false };

/** Hosts that browsers ask for by themselves. */
const OF_BROWSERS =
  /(?:^|\.)(?:google|googleapis|gstatic|gvt1|mozilla|mozaws|mozgcp|firefox|digicert|lencr)\.(?:com|net|org)$/;

/** The outlet that is bad in a way of its own. */
function outletOf(kind: string): Outlet {
  const outlet = OUTLETS.find((one) => one.kind === kind);
  if (outlet === undefined) throw new Error(`No outlet is ${kind}`);
  return outlet;
}

/** A feed that is followed is first without its permission, then not read yet. */
const WAITING: ReadonlySet<string> = new Set(['not-allowed', 'new']);

const CHUNKS_KEPT = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('sidelight-live');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const counting = opening.result.transaction('chunkKeys').objectStore('chunkKeys').count();
    counting.onsuccess = () => resolve(counting.result);
  };
})`;

const IN_A_ROUND = `navigator.locks.query().then(({ held }) => held.some(({ name }) => name === 'live-round'))`;

/** Begins to read all feeds, and returns in the middle of that. */
async function beginReading(options: View): Promise<void> {
  const asked = network.seen.length;
  await clickBehind(options, '#read-feeds');
  await until(
    'some requests',
    async () => network.seen.length,
    (count) => count > asked + 20,
  );
}

beforeAll(async () => {
  network = await startNetwork(answerAs(world));
});
afterAll(() => network.close());

inEveryBrowser(
  'live coverage',
  (session) => {
    it('asks for nothing and makes no request before the reader chooses', async () => {
      world.day = 3;
      world.happened = false;
      world.awake = false;
      network.forget();
      const options = await openLive(session().harness, false);
      expect(await standing(options)).toEqual({});
      expect(network.seen.filter(({ host }) => host !== PAPER)).toEqual([]);
      await options.close();
    });

    it('finds nothing for today’s event, and offers sources', async () => {
      const { tab, popup } = await session().read(ARTICLE);
      const panel = await session().harness.openPanel(popup);
      await settled(panel);
      await until('the offer', () => panel.evaluate(`document.querySelector('#live-offer') !== null`), Boolean);
      expect((await snapshotOf(panel)).stories).toEqual([]);
      await panel.close();
      await tab.close();
    });

    it('reads the chosen outlets once they are allowed, and says how each of them stands', async () => {
      const { harness } = session();
      const options = await openLive(session().harness, false);
      await chooseFeeds(options, Object.keys(EVENT));
      const before = network.seen.length;
      const hosts = OUTLETS.map(({ host }) => `https://${host}/*`);
      await harness.sites.allow(hosts, () => options.click('#follow-feeds'));
      const feeds = await until(
        'sixty feeds that have been read',
        () => standing(options),
        (rows) =>
          Object.keys(rows).length === OUTLETS.length && Object.values(rows).every(({ state }) => !WAITING.has(state)),
        90_000,
      );
      const states = Object.fromEntries(Object.entries(feeds).map(([host, { state }]) => [host, state]));
      for (const { host, kind } of OUTLETS) {
        const wanted = {
          silent: 'timeout',
          endless: 'no-items',
          html: 'not-a-feed',
          moved: 'moved',
          refused: 'refused',
          'wrong-encoding': 'ok',
        };
        expect([kind, states[host]]).toEqual([kind, Reflect.get(wanted, kind) ?? 'ok']);
      }
      expect(feeds[outletOf('future').host]?.words).toContain('dates in the future');
      expect(feeds[outletOf('bomb').host]?.words).toContain('entities');
      expect(feeds[outletOf('endless').host]?.words).toContain('very large');
      expect(feeds[outletOf('cut').host]?.words).toContain('breaks off');
      expect(feeds[outletOf('wrong-encoding').host]?.words).toContain('wrong encoding');
      const asked = network.seen.slice(before).map(({ host }) => host);
      expect(asked.filter((host, at) => asked.indexOf(host) < at)).toEqual([]);
      await options.close();
    });

    it('shows who reports today’s event in other languages, newer than the bundled index', async () => {
      world.happened = true;
      world.awake = true;
      const options = await openLive(session().harness);
      await readNow(options);
      await options.close();
      const { tab, popup } = await session().read(ARTICLE);
      const panel = await session().harness.openPanel(popup);
      const shown = await settled(panel);
      const languages = shown.groups.map(({ lang }) => lang);
      for (const lang of ['hi', 'bn', 'es', 'de', 'fr', 'ru']) expect(languages).toContain(lang);
      const today = new Date(Date.now() - 3_600_000).toISOString().slice(0, 10);
      const dates = await panel.evaluate(
        `[...document.querySelectorAll('.report time')].map((time) => time.dateTime.slice(0, 10)).sort()[0]`,
      );
      expect(dates).toBe(today);
      expect(shown.links.every(({ href }) => href.endsWith('/event'))).toBe(true);
      expect(await panel.evaluate(`document.querySelectorAll('[data-origin="feed"]').length`)).toBeGreaterThan(8);
      expect(await panel.evaluate(`document.querySelector('#live-line').textContent`)).toContain('60 sources');
      expect(await panel.evaluate(`document.querySelector('#live-line').textContent`)).toContain('Could not be read');
      expect(shown.text).toContain('headline only');
      await panel.close();
      await tab.close();
    });

    it('says of each report for itself why it matched, and what only it tells', async () => {
      const { tab, popup } = await session().read(ARTICLE);
      const panel = await session().harness.openPanel(popup);
      await settled(panel);
      const [folds, pairs] = [`.group[data-lang="es"] .report > .why`, `.group[data-lang="es"] .report .pair-words`];
      expect(await panel.evaluate(`document.querySelectorAll('${pairs}').length`)).toBe(0);
      await panel.click(`${folds} > summary`);
      await until('the pairs', () => panel.evaluate(`document.querySelectorAll('${pairs}').length`), Boolean);
      expect(
        await panel.evaluate(
          `Array.from(document.querySelector('${pairs}').querySelectorAll('bdi'), ({ lang }) => lang)`,
        ),
      ).toEqual(['en', 'es']);
      const told = `[...document.querySelectorAll('.group[data-lang="es"] [data-side="onlyInReport"] bdi')]`;
      expect(await panel.evaluate(`${told}.map(({ lang }) => lang)`)).toContain('es');
      await panel.close();
      await tab.close();
    });

    it('keeps each item once over days, asks for what is new alone, and says when nothing is', async () => {
      const options = await openLive(session().harness);
      const before = await itemsOf(options);
      await readNow(options);
      expect(await itemsOf(options)).toBe(before);
      const again = network.seen.slice(-OUTLETS.length).filter(({ headers }) => headers['if-none-match'] !== undefined);
      expect(again.length).toBeGreaterThan(40);
      world.day++;
      await readNow(options);
      expect(await itemsOf(options)).toBeGreaterThan(before + 400);
      await options.close();
    });

    it('goes on after the background was ended in the middle of a round', async () => {
      const options = await openLive(session().harness);
      const before = await itemsOf(options);
      world.day++;
      await beginReading(options);
      await session().harness.killBackground();
      await options.close();
      const again = await openLive(session().harness);
      await readNow(again);
      expect(await itemsOf(again)).toBeGreaterThan(before + 400);
      const { tab, popup, shown } = await session().read(ARTICLE);
      expect(shown.links.length).toBeGreaterThan(0);
      await popup.close();
      await tab.close();
      await again.close();
    });

    it('finds at a click where a feed has moved to, and follows it there once that is allowed', async () => {
      const { harness } = session();
      const options = await openLive(session().harness);
      const row = `.feed-row[data-feed="${addressOf(outletOf('moved'))}"]`;
      await until('the row', () => options.evaluate(`document.querySelector('${row}') !== null`), Boolean);
      expect(network.seen.some(({ host }) => host === `new${DOMAIN}`)).toBe(false);
      await options.click(`${row} [data-do="find"]`);
      // Without a grant for where it leads the browser lets nobody know: the page asks for it by its own address.
      await until(
        'an answer',
        () => options.evaluate(`document.querySelector('${row}').textContent`),
        (words) => /Follow at|cannot be reached/.test(String(words)),
      );
      const found = await options.evaluate(`document.querySelector('${row} [data-do="move"]') !== null`);
      if (found) {
        await harness.sites.allow([`https://new${DOMAIN}/*`], () => options.click(`${row} [data-do="move"]`));
        await until(
          'the new feed',
          () => standing(options),
          (rows) => rows[`new${DOMAIN}`]?.state === 'ok' && !(outletOf('moved').host in rows),
        );
      }
      expect(found).toBe(true);
      await options.close();
    });

    it('notices that a permission was given back, and lets go of a feed with all that came from it', async () => {
      const { harness } = session();
      const options = await openLive(session().harness);
      const [first, second] = OUTLETS;
      if (first === undefined || second === undefined) throw new Error('No outlets');
      await harness.sites.revoke(`https://${first.host}/*`);
      await until(
        'the feed that is not allowed',
        () => standing(options),
        (rows) => rows[first.host]?.state === 'not-allowed',
      );
      const asked = network.seen.filter(({ host }) => host === first.host).length;
      await readNow(options);
      expect(network.seen.filter(({ host }) => host === first.host).length).toBe(asked);
      await clickBehind(options, `.feed-row[data-feed="${addressOf(second)}"] [data-do="remove"]`);
      await until(
        'one feed fewer',
        () => standing(options),
        (rows) => !(second.host in rows),
      );
      const { tab, popup, shown } = await session().read(ARTICLE);
      expect(shown.links.map(({ href }) => new URL(href).host)).not.toContain(second.host);
      await popup.close();
      await tab.close();
      await options.close();
    });

    it('deletes everything in the middle of a round, and nothing of it comes back', async () => {
      const options = await openLive(session().harness);
      expect(await options.evaluate(CHUNKS_KEPT)).toBeGreaterThan(0);
      world.day++;
      world.awake = false;
      await beginReading(options);
      await clickBehind(options, '#delete-all');
      await clickBehind(options, '#delete-all-yes');
      await until(
        'no feeds',
        () => standing(options),
        (rows) => Object.keys(rows).length === 0,
      );
      expect(await options.evaluate(IN_A_ROUND)).toBe(true);
      world.awake = true;
      await until(
        'the end of the round',
        () => options.evaluate(IN_A_ROUND),
        (on) => on === false,
        60_000,
      );
      expect(await options.evaluate(CHUNKS_KEPT)).toBe(0);
      await options.close();
    });

    it('has asked the chosen outlets for their feeds, and nobody for anything else', () => {
      const strangers = [...network.asked].filter((host) => !host.endsWith(DOMAIN) && !OF_BROWSERS.test(host));
      expect(strangers).toEqual([]);
      const ofReader = network.seen.filter(({ host }) => host !== PAPER);
      const article = /gjirokaster|earthquake|paper\.feeds/i;
      for (const { host, url, method, headers } of ofReader) {
        expect([host, url]).toEqual([host, '/feed.xml']);
        expect(method).toBe('GET');
        expect(headers.cookie).toBeUndefined();
        expect(headers.referer).toBeUndefined();
        // An extension's address is another in every installation of Firefox: whoever saw it would know the reader again.
        expect(JSON.stringify(headers)).not.toContain('extension:');
        expect(JSON.stringify(headers)).not.toMatch(article);
      }
    });
  },
  (name) => ({
    proxyPort: network.proxyPort,
    extension: copyBuild(name, { 'feeds.json': JSON.stringify(CATALOGUE) }),
  }),
);
