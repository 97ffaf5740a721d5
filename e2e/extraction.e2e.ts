import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { completeReading } from '../lib/article/complete-reading';
import { parseReading } from '../lib/article/parse-reading';
import type { ReadPage } from '../lib/article/types';
import { BUILDS } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import type { Session } from './harness/session';
import { SEEDS } from './server';

/**
 * What the shipped page script reads in a real page. The extension keeps no text of an article, so the texts are looked
 * at here: the very file of the package is run in the tab, and what it returns goes the way the background sends it.
 */
async function extract({ name, harness, server }: Session, path: string): Promise<ReadPage> {
  const tab = await harness.openTab(server.base + path);
  try {
    const script = readFileSync(`${BUILDS[name]}/page.js`, 'utf8');
    return completeReading(parseReading(await tab.evaluate(script)));
  } finally {
    await tab.close();
  }
}

const expectedSchema = v.object({
  articles: v.array(
    v.object({
      page: v.string(),
      lang: v.string(),
      title: v.string(),
      publishedAt: v.nullable(v.string()),
      mustNotContain: v.array(v.string()),
    }),
  ),
});

const file = join(SEEDS, 'expected.json');
const seeds = existsSync(file) ? v.parse(expectedSchema, JSON.parse(readFileSync(file, 'utf8'))).articles : [];

inEveryBrowser('the page script', (session) => {
  it.each(['hi', 'bn', 'ar', 'zh', 'en'])('reads the article of sample-%s without its furniture', async (lang) => {
    const source = readFileSync(new URL(`pages/sample-${lang}.html`, import.meta.url), 'utf8');
    const paragraphs = Array.from(source.matchAll(/^ *<p>(.+)<\/p>$/gm), ([, text]) => text ?? '');
    expect(paragraphs.length).toBeGreaterThan(3);
    const page = await extract(session(), `/sample-${lang}.html`);
    expect(page).toMatchObject({ kind: 'article', lang });
    expect(page.publishedAt).toMatch(/^2025-06-23T/);
    expect(page.url).toMatch(/^https:\/\/[a-z-]+\.example\/sample-/);
    expect(page.text.split('\n')).toEqual(paragraphs);
  });

  it.each([
    ['home', 'home'],
    ['video', 'video'],
    ['empty', 'empty'],
    ['login', 'login'],
  ])('takes %s.html for what it is', async (name, kind) => {
    expect(await extract(session(), `/${name}.html`)).toMatchObject({ kind, text: '' });
  });

  it('takes no address that would run', async () => {
    const page = await extract(session(), '/hostile.html');
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1/);
    expect(page.title).toContain('अराघची');
    expect(page.title).not.toMatch(/<(img|script)/);
  });

  describe.skipIf(seeds.length === 0)('on the seed pages', () => {
    it.each(seeds)('gives of $page what expected.json says', async (seed) => {
      const page = await extract(session(), `/seeds/${seed.page.slice('pages/'.length)}`);
      const { kind, title, lang, publishedAt, text } = page;
      expect({ kind, title, lang, publishedAt }).toEqual({
        kind: 'article',
        title: seed.title,
        lang: seed.lang,
        publishedAt: seed.publishedAt,
      });
      expect(text.length).toBeGreaterThan(500);
      for (const wrong of seed.mustNotContain) expect(text).not.toContain(wrong);
      // The body of 002 stands on its page twice; 000 repeats a paragraph of its own.
      const long = text.split('\n').filter((line) => line.length > 80);
      if (!seed.page.includes('000')) expect(new Set(long).size).toBe(long.length);
      if (seed.page.includes('002')) expect(text.split('আরাগচি')).toHaveLength(3 + 1);
    });
  });
});
