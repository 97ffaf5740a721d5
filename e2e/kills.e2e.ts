import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { followListed, itemsOf, openLive, readNow, standing } from './harness/feeds-page';
import { inEveryBrowser } from './harness/in-every-browser';
import { clickBehind } from './harness/options-page';
import { saveButtonIs } from './harness/save-button';
import { importText, openSaved, says, shows, storiesOn } from './harness/saved-page';
import type { Session } from './harness/session';
import { settled, until } from './harness/view';
import { LETTER } from './known-stories';
import { type Network, startNetwork } from './network/network';
import { ARTICLE, addressOf, answerAs, OUTLETS, type World } from './network/outlets';

/** How often the background is killed in each browser: `npm run test:faults` does it often. */
const KILLS = Number(process.env.SIDELIGHT_KILLS ?? 8);
/** One of four kills comes while feeds are being read. */
const WHILE_FETCHING = Math.ceil(KILLS / 4);
const limit = (kills: number): number => 60_000 + kills * 15_000;

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

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
    await shows(page, LETTER);
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

inEveryBrowser('the background, killed at any moment of a click', (session) => {
  it(
    `loses nothing and shows nothing wrong, ${KILLS - WHILE_FETCHING} times`,
    async () => {
      const random = seeded(20_251_122);
      for (let turn = 0; turn < KILLS - WHILE_FETCHING; turn++) {
        const work = WORKS[turn % WORKS.length];
        // Reading and matching take half a second; the first moments are the most eventful.
        const moment = random() ** 2 * 700;
        await work?.(session(), () => sleep(moment).then(() => session().harness.killBackground()), turn);
      }
    },
    limit(KILLS),
  );
});

/** So many outlets of the test network are followed, all of them sound. */
const FOLLOWED = OUTLETS.filter(({ kind }) => kind === 'good').slice(0, 12);
/** What each of them brings on a new day. */
const ITEMS_A_DAY = 10;

let network: Network;
const world: World = { day: 3, happened: true, awake: true };
beforeAll(async () => {
  network = await startNetwork(answerAs(world));
});
afterAll(() => network.close());

inEveryBrowser(
  'the background, killed at any moment while it reads feeds',
  (session) => {
    it(
      `keeps every item once, and how every feed stands, ${WHILE_FETCHING} times`,
      async () => {
        const random = seeded(20_251_123);
        const { harness } = session();
        const options = await openLive(session().harness, false);
        await followListed(
          session(),
          options,
          FOLLOWED.map((outlet) => ({ ...outlet, address: addressOf(outlet) })),
        );
        await until(
          'all feeds',
          () => standing(options),
          (rows) => Object.values(rows).filter(({ state }) => state === 'ok').length === FOLLOWED.length,
          60_000,
        );
        await options.close();
        for (let turn = 0; turn < WHILE_FETCHING; turn++) {
          const before = await openLive(session().harness);
          const had = await itemsOf(before);
          world.day++;
          await clickBehind(before, '#read-feeds');
          // A round of twelve feeds takes a second: requests, fingerprints, what is stored, statistics.
          await sleep(random() ** 2 * 1500);
          await harness.killBackground();
          await before.close();
          const after = await openLive(session().harness);
          await readNow(after);
          expect(await itemsOf(after)).toBe(had + FOLLOWED.length * ITEMS_A_DAY);
          const rows = Object.values(await standing(after));
          expect(rows.map(({ state }) => state)).toEqual(FOLLOWED.map(() => 'ok'));
          await after.close();
          const { tab, popup, shown } = await session().read(ARTICLE);
          expect(shown).toMatchObject({ state: 'read' });
          expect(shown.links.length).toBeGreaterThan(0);
          for (const { href } of shown.links) expect(href).toMatch(/\/event$/);
          await popup.close();
          await tab.close();
        }
      },
      limit(WHILE_FETCHING),
    );
  },
  () => ({ proxyPort: network.proxyPort }),
);
