import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { readPage } from './read-page';

const kind = (html: string, url = 'https://daily.example/world/fishing') => readPage(parseDocument(html), url).kind;
const TITLE = 'Two republics agree on fishing in the strait';
const teaser = (n: number) =>
  `<div class="card"><h3><a href="/s/${n}">Headline number ${n} about something that happened</a></h3><p>A sentence that tells what story ${n} is about.</p></div>`;
const teasers = (count: number) => Array.from({ length: count }, (_, n) => teaser(n)).join('');

const ld = (node: object) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;

describe('the kind of page', () => {
  it('is home at the root, section below it and search where a word is looked for', () => {
    expect(kind(newsPage({ body: teasers(20) }), 'https://daily.example/')).toBe('home');
    const list = newsPage({ body: `<h1>World</h1>${teasers(25)}` });
    expect(kind(list, 'https://daily.example/world')).toBe('section');
    expect(kind(list, 'https://daily.example/search?q=fishing')).toBe('search');
    expect(kind(list, 'https://daily.example/?s=fishing')).toBe('search');
  });

  it('is gallery where there are many pictures and hardly any text', () => {
    const picture = (n: number) =>
      `<figure><img src="/${n}.jpg"><figcaption>The port in picture ${n}</figcaption></figure>`;
    const pictures = Array.from({ length: 12 }, (_, n) => picture(n)).join('');
    expect(kind(newsPage({ title: TITLE, body: pictures }))).toBe('gallery');
    expect(kind(newsPage({ title: TITLE, body: `${pictures}${paragraphs(ENGLISH)}` }))).toBe('article');
  });

  it('is shop or forum where the page says so, however long its texts are', () => {
    const product = '<meta property="og:type" content="product">';
    expect(kind(newsPage({ title: 'A net', head: product, body: paragraphs(ENGLISH) }))).toBe('shop');
    const offer = ld({ '@type': 'Product', name: 'A net', offers: { '@type': 'Offer', price: '20' } });
    expect(kind(newsPage({ title: 'A net', head: offer, body: paragraphs(ENGLISH) }))).toBe('shop');
    const thread = ld({ '@type': 'DiscussionForumPosting', headline: 'Which net?' });
    expect(kind(newsPage({ title: 'Which net?', head: thread, body: paragraphs(ENGLISH) }))).toBe('forum');
    const story = `${offer}${ld({ '@type': 'NewsArticle', headline: TITLE })}`;
    expect(kind(newsPage({ title: TITLE, head: story, body: paragraphs(ENGLISH) }))).toBe('article');
  });

  it.each([
    '404',
    'Error 503: come back later',
    'Page not found',
    'Страница не найдена',
    'الصفحة غير موجودة',
    '页面不存在',
  ])('is error under the title "%s"', (title) => {
    expect(kind(newsPage({ title, body: '<p>Try the search or go back to the front page.</p>' }))).toBe('error');
  });

  it('is article for a story about an error', () => {
    expect(kind(newsPage({ title: '404 fishing boats missing', body: paragraphs(ENGLISH) }))).toBe('article');
  });

  it('is pdf for a viewer without a text of its own', () => {
    expect(kind('<body><embed type="application/pdf" src="/report.pdf"></body>')).toBe('pdf');
  });

  it('is login where an article says that it is not free and shows nothing', () => {
    const head = ld({ '@type': 'NewsArticle', headline: TITLE, isAccessibleForFree: false });
    expect(kind(newsPage({ title: TITLE, head, body: '<p>Subscribe to read on, from one coin a week.</p>' }))).toBe(
      'login',
    );
  });

  it('is home at the root whatever the page calls itself, also where only the page says where it is', () => {
    const canonical = '<link rel="canonical" href="https://daily.example/">';
    const says = '<meta property="og:type" content="article">';
    const long = paragraphs(ENGLISH.map((text) => text.repeat(4)));
    const home = (head: string) => newsPage({ head, body: `${teasers(20)}${long}` });
    expect(kind(home(says), 'https://daily.example/')).toBe('home');
    expect(kind(home(canonical), '')).toBe('home');
  });

  it('is video where there is a player and hardly any text', () => {
    const player = '<video src="/v.mp4"></video><p>Watch how the boats left the port.</p>';
    expect(
      kind(newsPage({ title: TITLE, head: '<meta property="og:type" content="video.other">', body: player })),
    ).toBe('video');
    const ld =
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"VideoObject","name":"Boats"}</script>';
    expect(kind(newsPage({ title: TITLE, head: ld, body: player }))).toBe('video');
  });

  it('is login where a password is asked for and hardly any text given', () => {
    const form =
      '<form><label>Name <input name="u"></label><input type="password" name="p"><button>Sign in</button></form>';
    expect(kind(newsPage({ title: 'Sign in', body: `<p>Please sign in to go on reading.</p>${form}` }))).toBe('login');
  });

  it('is empty without text', () => {
    expect(kind('')).toBe('empty');
    expect(
      kind('<!doctype html><html><head><title>Loading</title></head><body><div id="app"></div></body></html>'),
    ).toBe('empty');
  });

  it('is article with a video embedded, a login box in the header, or many teasers below', () => {
    const video = '<iframe src="https://www.youtube.com/embed/x"></iframe>';
    expect(kind(newsPage({ title: TITLE, body: `${video}${paragraphs(ENGLISH)}` }))).toBe('article');
    const box = '<form><input name="u"><input type="password"><button>Log in</button></form>';
    expect(kind(newsPage({ title: TITLE, above: box, body: paragraphs(ENGLISH) }))).toBe('article');
    const below = newsPage({
      title: TITLE,
      head: '<meta property="og:type" content="article">',
      body: paragraphs(ENGLISH),
    });
    expect(kind(below.replace('</main>', `<section>${teasers(30)}</section></main>`))).toBe('article');
  });

  it('is article among many teasers where nothing but running text says so', () => {
    const html = newsPage({ title: TITLE, body: paragraphs(ENGLISH) });
    expect(kind(html.replace('</main>', `<section>${teasers(30)}</section></main>`))).toBe('article');
  });

  it('is article for a short report that the page calls one', () => {
    const head = '<meta property="og:type" content="article">';
    expect(kind(newsPage({ title: TITLE, head, body: paragraphs(ENGLISH.slice(0, 2)) }))).toBe('article');
  });

  it('gives no text for what is no article', () => {
    const reading = readPage(parseDocument(newsPage({ body: teasers(20) })), 'https://daily.example/');
    expect(reading.paragraphs).toEqual([]);
  });
});
