import { describe, expect, it } from 'vitest';
import { MADE_PAGES } from '../../e2e/pages/made';
import { parseDocument } from '../cli/dom';
import { completeReading } from './complete-reading';
import { parseReading } from './parse-reading';
import { readPage } from './read-page';
import { PAGE_KINDS } from './types';

describe('a made page', () => {
  it.each(MADE_PAGES)('is read as it was made: $name', ({ html, path, expected }) => {
    const reading = readPage(parseDocument(html), `http://127.0.0.1${path}`);
    expect(completeReading(parseReading(reading))).toMatchObject(expected);
  });
});

describe('the made pages', () => {
  const expected = MADE_PAGES.map((page) => page.expected);

  it('are of every kind, in many languages, and many of them without a date', () => {
    expect(new Set(expected.map(({ kind }) => kind))).toEqual(new Set(PAGE_KINDS));
    expect(new Set(expected.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(30);
    const undated = expected.filter(({ kind, publishedAt }) => kind === 'article' && publishedAt === null);
    expect(undated.length).toBeGreaterThanOrEqual(20);
  });

  it('are sixty at least, live, behind a wall and in Hindi of Latin letters among them', () => {
    expect(MADE_PAGES.length).toBeGreaterThanOrEqual(60);
    const articles = expected.filter((page) => page.kind === 'article');
    const promised = 'hi bn ur ta ar fa he ru zh ja ko th hi-Latn'.split(' ');
    expect(promised.filter((lang) => !articles.some((article) => article.lang === lang))).toEqual([]);
    expect(articles.some((article) => 'live' in article && article.live)).toBe(true);
    expect(articles.some((article) => 'paywalled' in article && article.paywalled)).toBe(true);
  });

  it.each([
    ['Persian', 'fa', /[۰-۹]+ تیر ۱۴۰۴/],
    ['Islamic', 'ar', /ذو الحجة ١٤٤٦/],
    ['Hebrew', 'he', /סיוון תשפ/],
    ['Thai Buddhist', 'th', /๒๕๖๘/],
    ['Japanese era', 'ja', /令和7年/],
    ['Bengali', 'bn', /আষাঢ় ১৪৩২/],
    ['Nepali', 'ne', /२०८२ असार/],
    ['Minguo', 'zh', /民國114年/],
  ])('tell their day by the %s calendar', (_, lang, line) => {
    const dated = MADE_PAGES.filter(({ html, expected }) => expected.lang === lang && line.test(html));
    expect(dated.some(({ expected }) => expected.publishedAt?.startsWith('2025-06-23'))).toBe(true);
  });

  it('have names of their own', () => {
    expect(new Set(MADE_PAGES.map(({ name }) => name)).size).toBe(MADE_PAGES.length);
    expect(new Set(MADE_PAGES.map(({ path }) => path)).size).toBe(MADE_PAGES.length);
  });
});
