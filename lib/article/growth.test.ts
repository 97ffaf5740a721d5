import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { htmlToText } from '../inputs/html-text';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import { soundOf, soundSimilarity } from '../match/form-similarity';
import { shortestTime } from '../regex-attacks.testing';
import { completeReading } from './complete-reading';
import { resolvePublishedAt } from './dates';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { parseReading } from './parse-reading';
import { mayBeArticle } from './probe';
import { readPage } from './read-page';

const URL_OF_PAGE = 'https://daily.example/world/fishing';
/** Twice as much may take twice as long; the rest is left to the machine and to the tests' own document. */
const MOST_GROWTH = 3.5;
/** Less than this says nothing of growth. */
const NOTICEABLE_MS = 15;

/** Whether twice as much takes far more than twice as long, each time that it is tried. */
function growsTooFast(work: (size: number) => () => unknown, size: number): boolean {
  const [once, twice] = [work(size), work(2 * size)];
  return Array.from({ length: 3 }, () => {
    const first = shortestTime(once, 2);
    const second = shortestTime(twice, 2);
    return second > NOTICEABLE_MS && second > MOST_GROWTH * first;
  }).every(Boolean);
}

/** Texts that rules on text find hard, each of about a length. */
const TEXTS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  spaces: ' ',
  'marks on a letter': '\u0301',
  'sentence ends': '. ',
  quotes: '"”',
  digits: '1234 ',
  numbers: '1,234.5 ',
  dates: '23 June 2025 ',
  'Indic marks': 'कि',
  'one ideograph': '漢',
  kana: 'カタ',
  Burmese: 'ေက',
  Thai: 'กำ',
  Arabic: 'ال',
  joiners: '\u200c\u200d',
  surrogates: '\ud83c',
  dashes: ' - ',
  bars: '|',
  ampersands: '&amp;',
  angles: '<<',
  tags: '<p>',
  comments: '<!--',
  addresses: 'https://a.',
  capitals: 'Aa ',
};

const lexicon = decodeLexicon(compileLexicon([{ lang: 'en', form: 'fire', key: 'c:fire' }]));

describe.each(Object.entries(TEXTS))('%s without end', (_, piece) => {
  const text = (size: number): string => piece.repeat(Math.ceil(size / piece.length));

  it('take time in proportion', () => {
    const fingerprinter = createFingerprinter(lexicon, 0);
    const reading = (long: string) => ({
      kind: 'article',
      title: long,
      paragraphs: [long],
      url: URL_OF_PAGE,
      canonicalUrl: null,
      site: long,
      byline: long,
      section: long,
      image: null,
      paywalled: false,
      live: false,
      coarse: false,
      declaredLang: long,
      dates: [{ source: 'text', text: long }],
    });
    const works: Readonly<Record<string, (size: number) => () => unknown>> = {
      'checking a reading': (size) => {
        const given = reading(text(size));
        return () => completeReading(parseReading(given));
      },
      'reading a date': (size) => {
        const long = text(size);
        return () => resolvePublishedAt([{ source: 'text', text: long }], { lang: 'en' });
      },
      'the fingerprint': (size) => {
        const long = text(size);
        return () => fingerprinter.fingerprint({ title: '', text: long, lang: 'en' });
      },
      'comparing words': (size) => {
        const long = text(size);
        return () => soundSimilarity(soundOf(long), soundOf(`${long}x`));
      },
      'markup of a feed': (size) => {
        const long = text(size);
        return () => htmlToText(long);
      },
    };
    const wrong = Object.entries(works).filter(([, work]) => growsTooFast(work, 30_000));
    expect(wrong.map(([name]) => name)).toEqual([]);
  }, 60_000);
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const article = paragraphs(ENGLISH);

/** Pages of about a number of pieces. */
const PAGES: Readonly<Record<string, (size: number) => string>> = {
  'a deep graph': (n) =>
    `<script type="application/ld+json">${'{"@type":"Thing","about":'.repeat(n)}1${'}'.repeat(n)}</script>${article}`,
  'deep lists': (n) => `<script type="application/ld+json">${'['.repeat(n)}${']'.repeat(n)}</script>${article}`,
  'a broken graph': (n) => `<script type="application/ld+json">${',  \n'.repeat(n)}}</script>${article}`,
  'a state of lists': (n) =>
    `<script type="application/json">${JSON.stringify({ body: Array.from({ length: n }, () => ENGLISH[0]) })}</script>`,
  'a long attribute': (n) =>
    `<div class="${'share '.repeat(n)}" id="${'a-'.repeat(n)}" style="${'x:y;'.repeat(n)}">${article}</div>`,
  'many paragraphs': (n) => paragraphs(Array.from({ length: n }, (_, i) => `${ENGLISH[i % ENGLISH.length]} ${i}`)),
  'many links': (n) => article + '<a href="/a">A headline of some length about nothing</a> '.repeat(n),
  'many breaks': (n) => `<p>${'word<br><br>'.repeat(n)}</p>${article}`,
  'many tables': (n) => `${article}${'<table><tr><td>x</td></tr></table>'.repeat(n)}`,
  'many times': (n) => `<time datetime="2025-06-23">x</time>`.repeat(n) + article,
};

describe.each(Object.entries(PAGES))('%s', (name, body) => {
  it('is read in time that grows with it', () => {
    const size = /attribute|graph|deep/.test(name) ? 20_000 : 400;
    const work = (n: number) => {
      const document = parseDocument(newsPage({ title: escaped('Two republics agree'), body: body(n) }));
      return () => [readPage(document, URL_OF_PAGE), mayBeArticle(document, URL_OF_PAGE)];
    };
    expect(growsTooFast(work, size)).toBe(false);
  }, 240_000);
});

it('a graph of a hundred thousand levels, and a megabyte in an attribute, end in a reading', () => {
  const deep = `<script type="application/ld+json">${'{"about":'.repeat(100_000)}1${'}'.repeat(100_000)}</script>`;
  const wide = `<p title="${'x'.repeat(1_000_000)}" class="${'y '.repeat(500_000)}">A line.</p>`;
  const html = newsPage({ title: 'Two republics agree', head: deep, body: wide + article });
  const reading = readPage(parseDocument(html), URL_OF_PAGE);
  expect(reading).toMatchObject({ kind: 'article', title: 'Two republics agree' });
});
