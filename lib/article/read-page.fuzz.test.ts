import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { completeReading } from './complete-reading';
import { ENGLISH, newsPage, paragraphs } from './pages.testing';
import { parseReading } from './parse-reading';
import { mayBeArticle } from './probe';
import { readPage } from './read-page';

const LD = {
  '@context': 'https://schema.org',
  '@graph': [{ '@type': ['NewsArticle'], headline: 'Fish', articleBody: ENGLISH.join('\n'), image: { url: '/a.jpg' } }],
};

/** A page with something for every rule to work on. */
const PAGE = newsPage({
  title: 'Two republics agree on fishing in the strait',
  head: `<meta name="description" content="${ENGLISH[0]}"><script type="application/ld+json">${JSON.stringify(LD)}</script>`,
  above: '<div class="overlay">06:30</div><p class="standfirst">After years of quarrels both sides may fish.</p>',
  body: `<figure class="image-caption"><img src="/a.jpg">A boat</figure>${paragraphs(ENGLISH)}<div hidden>${paragraphs(ENGLISH)}</div>
    <ul class="related"><li><a href="/b">Another story of the week</a></li></ul><table><tr><td>x<br><br>y</td></tr></table>
    <div class="live-blog"><div>10:05 Ann</div><div>11:05 Ann</div><div>12:05 Ann</div></div><script type="application/json">{"body":["${ENGLISH[1]}"]}</script>`,
});

/** A page takes some milliseconds. */
const LONG_MS = 4 * 3_600_000;

type Mutation = (document: Document, pick: (count: number) => number) => void;

/** Without the root and its two halves: the tests' own document needs them, a browser does not. */
const elementsOf = (document: Document) => [...document.querySelectorAll('head *, body *')];

/** What scripts, broken templates and hostile pages do to a tree. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  remove: (document, pick) => {
    const elements = elementsOf(document);
    elements[pick(elements.length)]?.remove();
  },
  wrap: (document, pick) => {
    const elements = [...document.querySelectorAll('body *')];
    const element = elements[pick(elements.length)];
    const box = document.createElement(['div', 'article', 'form', 'aside', 'span', 'a', 'h1'][pick(7)] ?? 'div');
    element?.replaceWith(box);
    if (element) box.appendChild(element);
  },
  repeat: (document, pick) => {
    const elements = [...document.querySelectorAll('body *')];
    const element = elements[pick(elements.length)];
    element?.parentNode?.appendChild(element.cloneNode(true));
  },
  attribute: (document, pick) => {
    const elements = elementsOf(document);
    const [name, value] = [
      ['class', 'share caption paywall live-blog'],
      ['hidden', ''],
      ['style', 'display:none'],
      ['id', 'x'.repeat(5000)],
      ['role', 'dialog'],
      ['itemprop', 'headline articleBody datePublished'],
      ['data-sidelight-before', ''],
    ][pick(7)] ?? ['lang', ''];
    elements[pick(elements.length)]?.setAttribute(name ?? '', value ?? '');
  },
  text: (document, pick) => {
    const elements = elementsOf(document);
    const element = elements[pick(elements.length)];
    const odd = [
      '\u0000\uD800',
      '{"@type":["NewsArticle",null]',
      '४ मई २०११',
      '©',
      '',
      '<p>'.repeat(200),
      '.'.repeat(50_000),
    ];
    if (element) element.textContent = odd[pick(odd.length)] ?? '';
  },
  nest: (document, pick) => {
    let inner: Element | null = document.body;
    for (let depth = pick(300); depth > 0 && inner !== null; depth--) {
      inner = inner.appendChild(document.createElement('div'));
    }
    inner?.appendChild(document.createTextNode(ENGLISH[2] ?? ''));
  },
};

describe('readPage on damaged pages', () => {
  it(
    'gives a reading that passes its own check, and never changes the page',
    () => {
      const mutation = fc.tuple(
        fc.constantFrom(...Object.keys(MUTATIONS)),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      );
      // The markup itself, or only the tree that comes of it.
      const pages = fc.oneof(damagedText([PAGE]), { weight: 2, arbitrary: fc.constant(PAGE) });
      fc.assert(
        fc.property(pages, fc.array(mutation, { maxLength: 10 }), (page, mutations) => {
          const document = parseDocument(page);
          for (const [name, numbers] of mutations) {
            const picks = [...numbers];
            MUTATIONS[name]?.(document, (count) => (picks.shift() ?? 0) % Math.max(1, count));
          }
          const before = document.toString();
          const reading = readPage(document, 'https://daily.example/world/fishing', { trace: true });
          expect(document.toString()).toBe(before);
          expect(reading.kind === 'article').toBe(reading.paragraphs.length > 0);
          expect(typeof completeReading(parseReading(structuredClone(reading))).text).toBe('string');
          // The probe turns away no page that reading takes for an article.
          if (reading.kind === 'article')
            expect(mayBeArticle(document, 'https://daily.example/world/fishing')).toBe(true);
        }),
        { numRuns: runsOf(FUZZ_SAMPLE) },
      );
    },
    LONG_MS,
  );
});
