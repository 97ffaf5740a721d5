import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { readPage } from './read-page';

const TITLE = 'Two republics agree on fishing in the strait';

function linesOf(html: string): string[] {
  return readPage(parseDocument(html), 'https://daily.example/a').dates.map(({ text }) => text);
}

describe('the lines kept for their dates', () => {
  it.each([
    '23 June 2025, 18:12',
    '۲ تیر ۱۴۰۴',
    '২৩ জুন ২০২৫, ৯ আষাঢ় ১৪৩২',
    '令和7年6月23日',
    '二〇二五年六月二十三日',
    'R7.6.23',
    'כ״ז בסיוון תשפ״ה',
    '23 มิ.ย. 68',
    '23.06.25, 18:12 Uhr',
    '23-Jun-25',
  ])('are those between headline and text: %s', (line) => {
    expect(linesOf(newsPage({ title: TITLE, body: `<div>${line}</div>${paragraphs(ENGLISH)}` }))).toEqual([line]);
  });

  it.each(['Updated a minute ago', '18:12', '4 min read', 'Share this on 3 networks'])(
    'are not those without a year: %s',
    (line) => {
      expect(linesOf(newsPage({ title: TITLE, body: `<div>${line}</div>${paragraphs(ENGLISH)}` }))).toEqual([]);
    },
  );
});
