import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { mayBeArticle } from './probe';

const says = (html: string, url = 'https://daily.example/world/fishing') => mayBeArticle(parseDocument(html), url);
const TITLE = 'Two republics agree on fishing in the strait';
const bare = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('mayBeArticle', () => {
  it.each([
    ['calls itself one', bare('', '<meta property="og:type" content="article">')],
    [
      'is described as one',
      bare('<script type="application/ld+json">{"@graph":[{"@type": ["Thing","NewsArticle"]}]}</script>'),
    ],
    ['marks its text as one', bare('<div itemprop="articleBody">Short.</div>')],
    ['has paragraphs', bare(paragraphs(ENGLISH))],
    ['parts its text with line breaks', bare(`<table><tr><td>${ENGLISH.join('<br><br>')}</td></tr></table>`)],
    ['has its text in elements of its own', bare(`<story-text>${ENGLISH.join('<br><br>')}</story-text>`)],
    ['never closes its navigation', bare(`<nav><ul><li><a href="/w">World</a>${paragraphs(ENGLISH)}`)],
    ['never closes its headline', bare(`<h1>${TITLE}${paragraphs(ENGLISH)}</h1>`)],
    ['is one link', bare(`<a href="/s">${paragraphs(ENGLISH)}</a>`)],
    ['is one short link', bare(`<a href="/s">${paragraphs(ENGLISH.slice(0, 2))}</a>`)],
    [
      'has its text as data, whatever it calls that',
      bare(`<script type="application/ld+json">{"@type":"Thing","articleBody":"${ENGLISH.join(' ')}"}</script>`),
    ],
    ['has its text in no element but the body', bare(ENGLISH.join('<br><br>'))],
    [
      'is written without spaces',
      bare(`<div>${'两国部长星期一在港口城市会面，签署了一项关于捕鱼权的协议。'.repeat(4)}</div>`),
    ],
    ['is a page of ours', newsPage({ title: TITLE, body: paragraphs(ENGLISH) })],
  ])('says yes to a page that %s', (_, html) => {
    expect(says(html)).toBe(true);
  });

  it.each([
    ['an empty page', bare('<div id="app"></div>')],
    ['a login', bare('<form><p>Please sign in to go on.</p><input type="password"></form>')],
    [
      'links alone',
      bare(`<ul>${'<li><a href="/s">A headline about something that happened in town</a></li>'.repeat(9)}</ul>`),
    ],
    ['headlines alone', bare('<h2>A headline about something that happened in town today</h2>'.repeat(9))],
    ['teasers that are links', bare(`<a href="/s"><h3>A headline</h3><p>${ENGLISH[0]}</p></a>`.repeat(9))],
    ['a title that was never closed', bare(`<title>${paragraphs(ENGLISH)}</title>`)],
    ['a foot full of words', bare(`<footer>${paragraphs(ENGLISH)}</footer>`)],
  ])('says no to %s', (_, html) => {
    expect(says(html)).toBe(false);
  });

  it('says no to a front page, whatever it says, and yes to an article that stands at the front', () => {
    const teasers = '<p><a href="/s">A headline about something that happened in town</a></p>'.repeat(9);
    const article = '<meta property="og:type" content="article">';
    expect(says(bare(teasers + paragraphs(ENGLISH), article), 'https://daily.example/')).toBe(false);
    expect(says(bare(paragraphs(ENGLISH), article), 'https://daily.example/')).toBe(true);
  });
});
