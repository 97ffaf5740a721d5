import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { readPage } from './read-page';

const URL = 'https://daily.example/world/fishing';
const TITLE = 'Two republics agree on fishing in the strait';
const LEAD = 'After years of quarrels both sides may cast their nets, but not everybody on the coast is glad about it';

const read = (html: string) => readPage(parseDocument(html), URL, { trace: true });
const ld = (node: object) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const described = `<meta name="description" content="${LEAD}">`;

describe('the lead', () => {
  const header = (lead: string) => `<header><h1>${TITLE}</h1>${lead}</header>`;
  const page = (lead: string, head = '') =>
    newsPage({ head, body: paragraphs(ENGLISH) }).replace('<main>', `<main>${header(lead)}`);

  it('comes back where the page describes itself with its words, or names it so', () => {
    for (const html of [page(`<div>${LEAD}</div>`, described), page(`<h2 class="article__standfirst">${LEAD}</h2>`)]) {
      const reading = read(html);
      expect(reading.paragraphs).toEqual([LEAD, ...ENGLISH]);
      expect(reading.trace).toContainEqual({ action: 'added', rule: 'lead', text: LEAD.slice(0, 80) });
    }
  });

  it('is not made of any line in the header', () => {
    expect(read(page(`<div>${LEAD}</div>`)).paragraphs).toEqual(ENGLISH);
  });
});

describe('paragraphs that Readability drops', () => {
  it('come back where many found ones stand in the same place, also short or full of links', () => {
    const texts = [...ENGLISH, 'Talks go on.', `The text of the agreement is public, the ministry said on Monday.`];
    const box = (text: string, index: number) =>
      `<div class="block"><div class="text"><p>${index === 6 ? `<a href="/t">${text.slice(0, 50)}</a>${text.slice(50)}` : text}</p></div></div>`;
    expect(read(newsPage({ title: TITLE, body: texts.map(box).join('') })).paragraphs).toContain(texts[6]);
  });

  it('are kept though they hold a date, as long as they are sentences', () => {
    const dated =
      'The last agreement was signed on 4 May 2011 in the same hall, and it took the parliaments two more years to pass it.';
    expect(read(newsPage({ title: TITLE, body: paragraphs([dated, ...ENGLISH]) })).paragraphs[0]).toBe(dated);
  });

  it('are shown where a button would show them, unless the box is named for something else', () => {
    const long = ENGLISH.map((text) => `${text} ${text.toUpperCase()}`);
    const [shown, rest] = [long.slice(0, 2), long.slice(2)];
    const hidden = (name: string) =>
      newsPage({ title: TITLE, body: `${paragraphs(shown)}<div class="${name}" hidden>${paragraphs(rest)}</div>` });
    expect(read(hidden('rest')).paragraphs).toEqual(long);
    expect(read(hidden('newsletter')).paragraphs).toEqual(shown);
  });
});

describe('what stands below the article', () => {
  it('is left out where it stands outside the box that holds the text', () => {
    const note =
      '<div><p>Please keep to the point when you write to us. We do not print every letter that we get.</p></div>';
    const html = newsPage({ title: TITLE, body: `<div class="text">${paragraphs(ENGLISH)}</div>${note}` });
    expect(read(html).paragraphs).toEqual(ENGLISH);
  });

  it('stays where it is the next part of the text', () => {
    const part = (texts: readonly string[]) => `<div class="wrap"><div class="part">${paragraphs(texts)}</div></div>`;
    const html = newsPage({ title: TITLE, body: part(ENGLISH.slice(0, 4)) + part(ENGLISH.slice(4)) });
    expect(read(html).paragraphs).toEqual(ENGLISH);
  });
});

describe('the text that the page states', () => {
  const stated = ld({ '@type': 'NewsArticle', headline: TITLE, articleBody: ENGLISH.join('\n') });

  it('tells an insert from the text', () => {
    const [first = '', ...rest] = ENGLISH;
    const insert = 'Our reporters answer what you ask them every day from nine to five, and never tire of it.';
    const page = (head: string) => newsPage({ title: TITLE, head, body: paragraphs([first, insert, ...rest]) });
    expect(read(page(stated)).paragraphs).toEqual(ENGLISH);
    expect(read(page('')).paragraphs).toContain(insert);
  });

  it('stands in where the page shows nothing', () => {
    const reading = read(`<html lang="en"><head>${stated}</head><body><div id="app"></div></body></html>`);
    expect(reading).toMatchObject({ kind: 'article', title: TITLE, paragraphs: ENGLISH });
  });

  it('is asked in the embedded state where only that has it, and only if it is about the title', () => {
    const state = JSON.stringify({
      props: { related: [{ body: 'No.' }], story: { blocks: ENGLISH.map((text) => ({ type: 'p', text })) } },
    });
    const page = (title: string) =>
      `<html><head><title>${title}</title><meta property="og:type" content="article"><meta property="og:title" content="${title}"></head><body><div id="app"></div><script id="__DATA__" type="application/json">${state}</script></body></html>`;
    expect(read(page('Ministers sign agreement on fishing rights')).paragraphs).toEqual(ENGLISH);
    const video = page('Ministers sign agreement on fishing rights').replace('"article"', '"video.other"');
    expect(read(video).paragraphs).toEqual([]);
    expect(read(page('Snow closes schools in the mountains')).paragraphs).toEqual([]);
  });

  it('is read from a state that a script assigns', () => {
    const script = `<script>window.__STATE__ = ${JSON.stringify({ article: { body: ENGLISH.map((text) => `<p>${text}</p>`).join('') } })};</script>`;
    const html = `<html><head><title>Ministers sign agreement on fishing rights</title><meta property="og:type" content="article"></head><body>${script}</body></html>`;
    expect(read(html).paragraphs).toEqual(ENGLISH);
  });
});

describe('a live blog', () => {
  const entry = (text: string, index: number) =>
    `<div class="entry"><div>1${index}:05 Ann Example</div><p>${text} ${text.toUpperCase()}</p></div>`;

  it('is an article that says so, without the times of its entries', () => {
    const body = `<div class="live-blog__entries">${ENGLISH.map(entry).join('')}</div>`;
    const reading = read(newsPage({ title: TITLE, body }));
    expect(reading).toMatchObject({ kind: 'article', live: true });
    expect(reading.paragraphs.join()).not.toContain('Ann Example');
    expect(reading.paragraphs).toHaveLength(ENGLISH.length);
  });

  it('is not what has a ticker beside it', () => {
    const ticker = `<aside class="live-ticker">${'<p>10:05 Goal</p>'.repeat(5)}</aside>`;
    expect(read(newsPage({ title: TITLE, body: paragraphs(ENGLISH) + ticker })).live).toBe(false);
  });
});

describe('what the page says about itself', () => {
  it('gives section and picture, the picture https only', () => {
    const node = {
      '@type': 'NewsArticle',
      headline: TITLE,
      articleSection: ['World', 'Sea'],
      image: [{ url: '/a.jpg' }],
    };
    const html = newsPage({ title: TITLE, head: ld(node), body: paragraphs(ENGLISH) });
    expect(read(html)).toMatchObject({ section: 'World', image: 'https://daily.example/a.jpg' });
    const plain =
      '<meta property="og:image" content="http://daily.example/a.jpg"><meta property="article:section" content="Sea">';
    expect(read(newsPage({ title: TITLE, head: plain, body: paragraphs(ENGLISH) }))).toMatchObject({
      section: 'Sea',
      image: null,
    });
  });

  it.each([
    [true, ld({ '@type': 'NewsArticle', isAccessibleForFree: false }), ''],
    [true, ld({ '@type': 'NewsArticle', isAccessibleForFree: 'http://schema.org/False' }), ''],
    [true, '<meta property="article:content_tier" content="locked">', ''],
    [true, '', '<div class="paywall">Subscribe to read on.</div>'],
    [false, ld({ '@type': 'NewsArticle', isAccessibleForFree: 'True' }), '<div class="paywall">Subscribe.</div>'],
    [false, '', ''],
  ])('paywalled is %s for %s%s', (paywalled, head, barrier) => {
    expect(read(newsPage({ title: TITLE, head, body: paragraphs(ENGLISH) + barrier })).paywalled).toBe(paywalled);
  });
});
