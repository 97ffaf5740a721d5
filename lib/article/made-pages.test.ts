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

  it('have names of their own', () => {
    expect(new Set(MADE_PAGES.map(({ name }) => name)).size).toBe(MADE_PAGES.length);
    expect(new Set(MADE_PAGES.map(({ path }) => path)).size).toBe(MADE_PAGES.length);
  });
});
