import { expect, it } from 'vitest';
import { summarisePage } from './page-summary';
import type { Article } from './types';

const article: Article = {
  kind: 'article',
  title: 'Two republics agree',
  text: 'The ministers signed.',
  lang: 'en',
  publishedAt: '2025-06-23',
  site: 'The Daily',
  byline: null,
  url: 'https://daily.example/a',
  section: null,
  image: null,
  paywalled: false,
  live: false,
  coarse: false,
};

it('keeps no text, and says how much of an article was read', () => {
  const { title, lang, publishedAt, site, url } = article;
  const summary = { kind: 'article', title, lang, publishedAt, site, url };
  expect(summarisePage(article)).toEqual(summary);
  expect(summarisePage({ ...article, paywalled: true })).toEqual({ ...summary, notes: ['paywalled'] });
  expect(summarisePage({ ...article, coarse: true, live: true }).notes).toEqual(['coarse', 'live']);
});
