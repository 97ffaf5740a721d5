import { expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { shownText } from '../lib/languages/shown-text';
import { savedStory } from '../lib/library/saved-story.testing';
import type { Aligned, Difference } from '../lib/match/types';
import { INVISIBLE_MARKS, makePayloads } from '../lib/payloads.testing';
import { defaultSettings } from '../lib/settings/settings';
import { hostileIndex, inTitles } from './attack-pages';
import { copyBuild } from './harness/copy-build';
import { inEveryBrowser } from './harness/in-every-browser';
import { openOptions } from './harness/options-page';
import { importText, openSaved } from './harness/saved-page';
import { closeReading } from './harness/session';
import { expectUnasked, expectUnharmed, showsText } from './harness/unharmed';
import { settled, snapshotOf, until } from './harness/view';

/** Where nothing may ever ask. Each browser's server has its own port: payloads that are stored name this one. */
const HIT = 'http://127.0.0.1:9/hit';
const STORED = makePayloads(HIT).map(({ text }) => text);

const pairOf = (text: string): Aligned => ({
  kind: 'name',
  here: { lang: 'en', text },
  there: [{ lang: 'en', text }],
  weight: 1,
});
const differenceOf = (text: string): Difference => ({ kind: 'name', forms: [{ lang: 'en', text }], weight: 1 });

inEveryBrowser('a file that attacks', (session) => {
  it('is imported as text in every field, and shown as the letters that it has', async () => {
    const { harness } = session();
    const fits = (text: string): string => text.slice(0, 250);
    const saved = inTitles(STORED, 4000).map((_, at, all) => {
      const own = STORED.filter((_, number) => number % all.length === at);
      return savedStory(
        {
          id: `attack-${at}`,
          titles: { en: own.join(' ').slice(0, 990) },
          coverage: own.map((text, n) => ({
            outlet: fits(text),
            lang: 'en',
            date: null,
            url: `https://a.example/${at}/${n}`,
            headline: text,
            evidence: {
              why: [pairOf(text)],
              differences: { onlyHere: [differenceOf(text)], onlyThere: [differenceOf(text)] },
            },
          })),
          why: own.map(pairOf),
        },
        {
          page: {
            title: own[0] ?? '',
            lang: 'en',
            site: fits(own[1] ?? ''),
            url: 'https://a.example/',
            publishedAt: null,
          },
        },
      );
    });
    const history = STORED.map((title, at) => ({
      readAt: new Date(Date.UTC(2025, 5, 1, 0, 0, at)).toISOString(),
      page: { title, lang: 'en', site: fits(title), url: null, publishedAt: null },
      stories: [title.slice(0, 300) || 'x'],
    }));
    const names = STORED.map(fits).filter((text) => shownText(text) !== '');
    const settings = { ...defaultSettings(['en']), history: true, hiddenOutlets: names, preferredOutlets: [] };

    const page = await openSaved(harness);
    await importText(page, backupFile({ settings, saved, history }));
    await until(
      'the stories',
      () => page.evaluate(`document.querySelectorAll('.saved-story').length`),
      (count) => count === saved.length,
    );
    await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
    await until(
      'all reports, each with its pair and what differs',
      async () => {
        await page.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
        return page.evaluate(`document.querySelectorAll('.report .pair').length`);
      },
      (count) => Number(count) >= STORED.length * 3,
    );
    await showsText(page, STORED);
    await expectUnharmed(page);
    // Nothing of it turns the text beside it: what comes from elsewhere is isolated, and marks that mislead are gone.
    const shown = String(await page.evaluate('document.body.textContent'));
    const stays = '\u200e\u200f\u061c\u200c\u200d';
    expect(
      INVISIBLE_MARKS.filter((mark) => !stays.includes(mark) && !/\u{e0041}/u.test(mark) && shown.includes(mark)),
    ).toEqual([]);
    const turns = `Array.from(document.querySelectorAll('.outlet, .headline, .pair bdi, .saved-story h2, .history-entry a, .history-entry bdi'))
      .map((one) => document.defaultView.getComputedStyle(one))
      .filter(({ unicodeBidi, display }) => !/isolate|plaintext/.test(unicodeBidi) && display !== 'block').length`;
    expect(await page.evaluate(turns)).toBe(0);
    await page.close();

    const options = await openOptions(session());
    await showsText(
      options,
      names.map((name) => name.trim()),
    );
    await expectUnharmed(options);
    await options.close();
    expectUnasked(session());
  }, 60_000);
});

const LANGUAGES =
  'en hi bn ur ar fa ru zh es fr de pt id ta te mr gu kn ml pa ne si my th vi tr ja ko it pl uk nl'.split(' ');

inEveryBrowser(
  'an index that attacks',
  (session) => {
    it('is shown as text, and its links lead to web addresses only', async () => {
      const { popup, tab, shown } = await session().read('/sample-hi.html');
      expect(shown.state).toBe('read');
      await expectUnharmed(popup);
      const panel = await session().harness.openPanel(popup);
      await settled(panel);
      await until(
        'all reports',
        async () => {
          await panel.evaluate(`document.querySelectorAll('details').forEach((fold) => { fold.open = true; })`);
          return panel.evaluate(
            `new Set(Array.from(document.querySelectorAll('.report .headline'), (one) => one.textContent)).size`,
          );
        },
        (count) => Number(count) >= STORED.length * 0.95,
      );
      await showsText(
        panel,
        STORED.map((text) => text.slice(0, 500)),
      );
      await expectUnharmed(panel);
      for (const { href, host } of (await snapshotOf(panel)).links) {
        expect(href).toMatch(/^https?:\/\//);
        // A host is named as the browser will ask for it: letters that look like others are written out.
        expect(host, href).toMatch(/^[a-z0-9.:[\]-]+$/);
        expect(href).toContain(host);
      }
      expectUnasked(session());
      await panel.close();
      await tab.close();
    }, 60_000);
  },
  (name) => {
    const reports = STORED.map((headline, n) => ({
      outlet: headline.slice(0, 250) || 'x',
      lang: LANGUAGES[n % LANGUAGES.length] ?? 'en',
      date: '2025-06-23',
      url: /^https?:\/\/\S+$/.test(headline) && URL.canParse(headline) ? headline : `https://a.example/${n}`,
      headline,
    }));
    const titles = Object.fromEntries(LANGUAGES.map((lang, n) => [lang, STORED[n * 7] ?? 'x']));
    return { extension: copyBuild(name, { 'stories.bin': hostileIndex(reports, titles) }) };
  },
);

inEveryBrowser(
  'an index with an address that would run',
  (session) => {
    it('is refused in plain words', async () => {
      const reading = await session().read('/sample-hi.html');
      expect(reading.shown.state).toBe('failed');
      expect(reading.shown.notice).toContain('index');
      expect(reading.shown.links).toEqual([]);
      await expectUnharmed(reading.popup);
      await closeReading(reading);
    });
  },
  (name) => {
    const report = { outlet: 'a', lang: 'en', date: null, url: 'javascript:globalThis.sidelightRan=1', headline: 'x' };
    return { extension: copyBuild(name, { 'stories.bin': hostileIndex([report], { en: 'x' }) }) };
  },
);
