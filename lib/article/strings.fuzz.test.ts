import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../cli/dom';
import { damagedRecord, damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { completeReading } from './complete-reading';
import { readMachineDate, resolvePublishedAt } from './dates';
import { embeddedParagraphs } from './embedded-state';
import { isArticleNode, ldAddress, ldText, mainArticle, readJsonLd } from './json-ld';
import { detectLanguage } from './language';
import { ENGLISH } from './pages.testing';
import { InvalidReading, parseReading, READING_LIMITS } from './parse-reading';
import { paragraphsOf } from './stated-body';
import type { PageReading } from './types';

const numRuns = runsOf(FUZZ_SAMPLE);
const LANGUAGES = 'en hi bn ur ar fa ru zh ja ko th he my am ta de fr es pt id'.split(' ');

const DATES = [
  '2025-06-23T10:05:00+05:30',
  'Monday, 23 June 2025, 10:05 p.m. IST',
  '२३ जून २०२५, सोमवार 10:05 AM',
  '২৩ জুন ২০২৫, ১০:০৫',
  '2025年6月23日 22:05',
  '令和7年6月23日',
  '۲ تیر ۱۴۰۴ ساعت ۱۰:۰۵',
  'الاثنين 23 يونيو 2025 - 10:05 بتوقيت غرينتش',
  'כ"ז בסיוון תשפ"ה',
  '23. Juni 2025 um 10.05 Uhr',
  'Aktualisiert am 24.06.2025 | Veröffentlicht 23.06.2025, 10:05',
  '1750672800',
];

const READING: PageReading = {
  kind: 'article',
  title: 'Two republics agree',
  paragraphs: [...ENGLISH],
  url: 'https://daily.example/fishing',
  canonicalUrl: null,
  site: 'The Daily Example',
  byline: 'Ann',
  section: null,
  image: null,
  paywalled: false,
  live: false,
  coarse: false,
  declaredLang: 'en',
  dates: [{ source: 'meta', text: DATES[0] ?? '' }],
};

describe('whatever text comes', () => {
  it('a date is an ISO date or none', () => {
    fc.assert(
      fc.property(
        damagedText(DATES),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('meta', 'text'),
        (text, lang, source) => {
          const date = resolvePublishedAt([{ source, text }], { lang });
          if (date !== null) expect(Number.isNaN(Date.parse(date)), date).toBe(false);
          readMachineDate(text);
        },
      ),
      { numRuns },
    );
  });

  it('a language is a tag', () => {
    fc.assert(
      fc.property(damagedText(ENGLISH), damagedText(LANGUAGES), (text, declared) => {
        expect(detectLanguage(text, declared)).toMatch(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
      }),
      { numRuns },
    );
  });

  it('structured data gives nodes whose values are strings or none, and touches no prototype', () => {
    const graph = {
      '@graph': [
        { '@type': ['NewsArticle'], headline: 'Fish', articleBody: ENGLISH.join('\n'), image: { url: '/a.jpg' } },
        { '@type': 'WebSite', name: { '@value': 'Daily' }, publisher: [{ '@id': '#a' }] },
      ],
    };
    const document = parseDocument('<script type="application/ld+json">{}</script>');
    const script = document.querySelector('script');
    fc.assert(
      fc.property(damagedText([JSON.stringify(graph), `<!-- ${JSON.stringify(graph)} -->;`]), (text) => {
        if (script !== null) script.textContent = text;
        const nodes = readJsonLd(document);
        for (const node of nodes) {
          for (const key of ['headline', 'image', 'author', '__proto__', 'toString']) {
            expect(['string', 'object']).toContain(typeof ldText(node.get(key)));
            ldAddress(node.get(key));
          }
          isArticleNode(node);
        }
        mainArticle(nodes);
      }),
      { numRuns },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('data beside an empty page gives paragraphs', () => {
    const state = JSON.stringify({
      page: { article: { body: [...ENGLISH], html: `<p>${ENGLISH.join('</p><p>')}</p>` } },
    });
    const document = parseDocument('<script type="application/json">{}</script>');
    const script = document.querySelector('script');
    fc.assert(
      fc.property(damagedText([state]), (text) => {
        if (script !== null) script.textContent = text;
        for (const paragraph of [...embeddedParagraphs(document), ...paragraphsOf(text)]) {
          expect(paragraph).not.toMatch(/\n/);
        }
      }),
      { numRuns },
    );
  });
});

it('whatever a page sends as its reading is refused by name, or within all limits', () => {
  fc.assert(
    fc.property(damagedRecord(READING), (value) => {
      let reading: PageReading;
      try {
        reading = parseReading(value);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidReading);
        return;
      }
      const { title, text, url, site } = completeReading(reading);
      expect(title.length).toBeLessThanOrEqual(READING_LIMITS.title);
      expect(text.length).toBeLessThanOrEqual(READING_LIMITS.text + READING_LIMITS.paragraphs);
      expect((site ?? '').length).toBeLessThanOrEqual(READING_LIMITS.name);
      if (url !== null) expect(url).toMatch(/^https?:\/\//);
    }),
    { numRuns },
  );
});
