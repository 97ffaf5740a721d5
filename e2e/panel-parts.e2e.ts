import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { defaultSettings, type Settings, settingsRecord } from '../lib/settings/settings';
import { makeDownloads } from './harness/downloads';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo, STORAGE } from './harness/options-page';
import { saveButtonIs } from './harness/save-button';
import { openPanelOn, type Session } from './harness/session';
import { snapshotOf, until } from './harness/view';
import { LETTER } from './known-stories';

const downloads = makeDownloads();
afterAll(downloads.remove);

/** Has the reader read these languages: Tamil, in which nothing is stored of the letter, Bengali and Arabic. */
async function choose({ harness }: Session, over: Partial<Settings> = {}): Promise<void> {
  const options = await harness.openExtensionTab('options.html');
  const settings = settingsRecord({ ...defaultSettings(['ta', 'bn', 'ar']), interfaceLanguage: 'en', ...over });
  await options.evaluate(`${STORAGE}.set(${JSON.stringify({ settings })})`);
  await options.close();
}

const outletsIn = (lang: string): string =>
  `Array.from(document.querySelectorAll('.group[data-lang="${lang}"] .outlet'), (one) => one.textContent)`;

inEveryBrowser(
  'the parts of the panel',
  (session) => {
    it('tell the article, how sure the match is and, when they are asked, why', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const { facts, confidence, groups } = await snapshotOf(panel);
      expect(facts.slice(1)).toEqual(['Hindi', 'June 23, 2025']);
      expect(facts[0]).toMatch(/\p{Script=Devanagari}/u); // the outlet, by its own name
      expect(confidence).toMatch(/^Very likely the same event, \d\d%$/);
      expect(groups.map(({ lang }) => lang).slice(0, 2)).toEqual(['bn', 'ar']);
      const [closed, pairs] = [`document.querySelectorAll('.why[open]').length`, `.group[data-lang="ar"] .why`];
      expect(await panel.evaluate(closed)).toBe(0);
      await panel.click(`${pairs} > summary`);
      await comesTo(panel, `document.querySelector('${pairs} .pair-words').checkVisibility()`, true);
      await comesTo(
        panel,
        `Array.from(document.querySelector('${pairs} .pair-words').querySelectorAll('bdi'), ({ lang, dir }) => lang + dir)`,
        ['hiltr', 'arrtl'],
      );
      await panel.close();
      await tab.close();
    });

    it('draw who covers the event as a table of languages and days, and name the languages without a report', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const table = `document.querySelector('table.covering-table')`;
      const rows = `Array.from(${table}.tBodies[0].rows, (row) => row.cells[0].textContent)`;
      const named = await panel.evaluate(rows);
      expect(named).toEqual(expect.arrayContaining(['Bangla', 'Arabic', 'English', 'Hindi']));
      expect(await panel.evaluate(`${table}.tHead.rows[0].cells[1].querySelector('time').dateTime`)).toBe('2025-06-23');
      // Each count is a number for who cannot see the dots.
      expect(
        await panel.evaluate(`Array.from(${table}.tBodies[0].querySelectorAll('td:not(:empty)')).every((cell) =>
        /^\\d+$/.test(cell.querySelector('.visually-hidden').textContent))`),
      ).toBe(true);
      expect(await panel.evaluate(`${table}.querySelectorAll('.dot-first').length > 0`)).toBe(true);
      const words = String(await panel.evaluate(`document.querySelector('.covering').innerText`));
      expect(words).toContain('First in this index: June 23, 2025');
      expect(words).toContain('None in this index: Tamil.');
      expect(words).not.toMatch(/silent/i);
      await panel.close();
      await tab.close();
    });

    it('tell the background in the first language of the reader, and fold what is related', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const titles = `Array.from(document.querySelectorAll('#background .moment-title'), ({ lang }) => lang)`;
      const langs = v.parse(v.array(v.string()), await panel.evaluate(titles));
      expect(new Set(langs)).toEqual(new Set(['bn'])); // no title is in Tamil
      const days = `Array.from(document.querySelectorAll('#background .moment-date time'), ({ dateTime }) => dateTime)`;
      const told = await panel.evaluate(days);
      expect(told).toEqual([...v.parse(v.array(v.string()), told)].sort().reverse());
      await panel.close();
      await tab.close();
    });

    it('offer searches with the names of the event in each language of the reader', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const searches = `Array.from(document.querySelectorAll('[data-search]'), (one) =>
        [one.dataset.search, ...Array.from(one.querySelectorAll('a'), ({ href, rel, target }) =>
          [decodeURIComponent(href), rel, target].join(' '))])`;
      const list = await panel.evaluate(searches);
      expect(list).toEqual([
        [
          'ta',
          expect.stringMatching(/\p{Script=Tamil}{3}.* noreferrer noopener _blank$/u),
          expect.stringMatching(/^https:\/\/ta\.wikipedia\.org\/.*\p{Script=Tamil}{3}/u),
        ],
        [
          'bn',
          expect.stringMatching(/\p{Script=Bengali}{3}/u),
          expect.stringMatching(/^https:\/\/bn\.wikipedia\.org\//),
        ],
        [
          'ar',
          expect.stringMatching(/\p{Script=Arabic}{3}/u),
          expect.stringMatching(/^https:\/\/ar\.wikipedia\.org\//),
        ],
      ]);
      await panel.close();
      await tab.close();
    });

    it('put an outlet first in its language, and no longer first', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const before = await panel.evaluate(outletsIn('bn'));
      if (!Array.isArray(before) || before.length < 2) throw new Error('Two Bengali reports are needed');
      const reversed = [...before].reverse();
      const last = `.group[data-lang="bn"] .report:last-child .menu`;
      await panel.click(`${last} summary`);
      await panel.click(`${last}[open] .menu-item:nth-last-child(2)`);
      await comesTo(panel, `${outletsIn('bn')}[0]`, reversed[0]);
      const first = `.group[data-lang="bn"] .report:first-child .menu`;
      await panel.click(`${first} summary`);
      await comesTo(
        panel,
        `document.querySelector('${first} .menu-item:nth-last-child(2)').textContent`,
        'No longer first',
      );
      await panel.click(`${first}[open] .menu-item:nth-last-child(2)`);
      await comesTo(panel, outletsIn('bn'), before);
      await panel.close();
      await tab.close();
    });

    it('count what is hidden in the panel and in the popup, and call none of it missing', async () => {
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const all = (await snapshotOf(panel)).links.map(({ outlet }) => outlet);
      await panel.evaluate(`document.querySelector('[data-fold="others"]')?.setAttribute('open', '')`);
      await choose(session(), { hiddenOutlets: all });
      await tab.bringToFront();
      const { text } = await until(
        'the reports hidden',
        () => snapshotOf(panel),
        ({ groups, stories }) => stories.length > 0 && groups.length === 0,
      );
      expect(text).toMatch(/\d+ reports of outlets that you hide/);
      expect(text).not.toContain('No report in another language is known');
      expect(text).not.toMatch(/None in this index: .*(Bangla|Arabic)/);
      await panel.close();
      const popup = await session().harness.openPopup(tab);
      const found = await until(
        'the outcome',
        () => popup.evaluate(`document.querySelector('.found')?.textContent ?? ''`),
        (words) => words !== '',
      );
      expect(found).toMatch(/^\d+ reports of outlets that you hide$/);
      await popup.close();
      await choose(session());
      await tab.close();
    });

    it('save the story and take it back, with a way to undo that, and say that there is no room', async () => {
      await choose(session());
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      await saveButtonIs(panel, 'false');
      await panel.click('.save-button');
      await saveButtonIs(panel, 'true');
      const savedAt = `new Promise((done) => { const opening = indexedDB.open('sidelight'); opening.onsuccess = () => {
        const asked = opening.result.transaction('saved').objectStore('saved').get('${LETTER}');
        asked.onsuccess = () => { opening.result.close(); done(asked.result?.savedAt ?? null); }; }; })`;
      const library = await session().harness.openExtensionTab('saved.html');
      const first = await library.evaluate(savedAt);
      expect(first).not.toBeNull();
      await tab.bringToFront();
      await saveButtonIs(panel, 'true');
      await panel.click('.save-button');
      await saveButtonIs(panel, 'false');
      await comesTo(library, `${savedAt}.then((at) => at === null)`, true);
      await panel.click('.undo-button');
      await saveButtonIs(panel, 'true');
      await comesTo(library, savedAt, first); // as it was, not saved anew
      await panel.click('.save-button');
      await saveButtonIs(panel, 'false');
      await library.close();
      await panel.close();
      await tab.close();
    });

    it('hand the story on as text, as JSON and as CSV, with the evidence', async () => {
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const take = async (action: string): Promise<void> => {
        await panel.click('.menu-button');
        await panel.click(`[data-action="${action}"]`);
      };
      await take('csv');
      expect(await downloads.take('.csv')).toMatch(/,aligned_words\r\n.* ↔ .* \\| /);
      await take('json');
      const story = JSON.parse(await downloads.take('.json'));
      expect(story).toMatchObject({ format: 'sidelight-story', id: LETTER });
      expect(story.story.why.length).toBeGreaterThan(3);
      await panel.close();
      await tab.close();
    });

    it('open two reports side by side', async () => {
      const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
      const own = await session().harness.openExtensionTab('saved.html');
      const windows = `(globalThis.browser ?? chrome).windows.getAll().then((all) => all.map(({ id, left }) => ({ id, left })))`;
      const before = await own.evaluate(`${windows}.then((all) => all.length)`);
      await tab.bringToFront();
      for (const at of [1, 2]) {
        const menu = `.group[data-lang="bn"] .report:nth-child(${at}) .menu`;
        await panel.click(`${menu} summary`);
        await panel.click(`${menu}[open] input`);
      }
      await panel.click('.compare-button');
      const opened = await until(
        'two more windows',
        () => own.evaluate(windows),
        (all) => Array.isArray(all) && all.length === Number(before) + 2,
      );
      const [left, right] = Array.isArray(opened) ? opened.slice(-2) : [];
      // Without a screen Chromium tells one width for all windows; where they begin it tells.
      expect(right.left - left.left).toBeGreaterThan(500);
      await own.evaluate(
        `Promise.all([${left.id}, ${right.id}].map((id) => (globalThis.browser ?? chrome).windows.remove(id)))`,
      );
      await own.close();
      await panel.close();
      await tab.close();
    });
  },
  () => ({ downloads: downloads.folder }),
);
