import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { closeReading } from './harness/session';
import { settled, snapshotOf } from './harness/view';
import { LETTER, PYONGYANG, TREATY } from './known-stories';
import { SEEDS } from './server';

const expectedSchema = v.object({
  articles: v.array(
    v.object({ page: v.string(), lang: v.string(), title: v.string(), publishedAt: v.nullable(v.string()) }),
  ),
});

const file = join(SEEDS, 'expected.json');
const here = existsSync(file);
if (!here) console.log(`No seed pages at ${SEEDS}: their tests are not run (set SIDELIGHT_BENCH to the bench folder)`);
const articles = here ? v.parse(expectedSchema, JSON.parse(readFileSync(file, 'utf8'))).articles : [];

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

describe.skipIf(!here)('the seed articles', () => {
  inEveryBrowser('from the bundled index', (session) => {
    it.each(articles)('reads $page as expected.json says', async ({ page, lang, title, publishedAt }) => {
      const reading = await session().read(`/seeds/${page.slice('pages/'.length)}`);
      expect(reading.shown.title).toMatchObject({ text: title, lang });
      const date =
        publishedAt === null ? 'no date given' : day.format(Date.parse(`${publishedAt.slice(0, 10)}T00:00Z`));
      expect(reading.shown.facts.at(-1)).toBe(date);
      await closeReading(reading);
    });

    it.each([
      ['000', 'bn'],
      ['002', 'hi'],
    ])('%s opens the story of the letter with its reports in %s, the treaty in its background', async (seed, other) => {
      const { harness, read } = session();
      const { popup, tab } = await read(`/seeds/${seed}.html`);
      const panel = await harness.openPanel(popup);
      await settled(panel);
      const shown = await snapshotOf(panel);
      expect(shown.stories).toEqual([LETTER]);
      expect(shown.background).toContain(TREATY);
      const group = shown.groups.find(({ lang }) => lang === other);
      expect(group?.sameLanguage).toBe(false);
      expect(group?.links.length).toBeGreaterThan(0);
      await panel.close();
      await tab.close();
    });

    it.each([
      ['001', TREATY],
      ['003', PYONGYANG],
      ['004', /lavrov|xi-/],
    ])('%s opens its own story', async (seed, story) => {
      const reading = await session().read(`/seeds/${seed}.html`);
      expect(reading.shown.stories).toHaveLength(1);
      expect(reading.shown.stories[0]).toMatch(story);
      await closeReading(reading);
    });
  });
});
