import { describe, expect, it } from 'vitest';
import { FileFormatError, packContainer, unpackContainer } from '../container/container';
import type { Fingerprint, Term } from '../fingerprint/types';
import { encodeShard } from '../index/encode-shard';
import { indexArticles, openArticleIndex } from '../index/open-article-index';
import { packBlock } from '../index/packed-blocks';
import { openShard } from '../index/shard';
import { EVIDENCE_PART, splitShard } from '../index/shard-format';
import { runSteps, statisticsOf } from '../index/statistics';
import type { IndexSource } from '../index/types';
import type { MatchSubject } from './articles';
import { type LiveIndex, withLiveReportsSteps } from './live-reports';

import type { FoundStory } from './types';

const withLiveReports = (...given: Parameters<typeof withLiveReportsSteps>) => runSteps(withLiveReportsSteps(...given));

const DATE = '2026-11-20T08:00:00Z';
const WORDS = ['gjirokaster', 'rama', 'albania', 'ioannina', 'tirana', 'greece', 'durres', 'vlora'];

const terms = (lang: string): Term[] =>
  WORDS.map((word, at) => ({
    key: `n:${word}`,
    kind: 'name',
    strength: 2,
    place: at < 5 ? 'title' : 'lead',
    forms: [{ lang, text: word }],
  }));

function source(lang: string, id: string, url: string | null = `https://${lang}.example/${id}`): IndexSource {
  return {
    document: {
      id,
      kind: 'article',
      lang,
      date: DATE,
      titles: { [lang]: `Title ${id}` },
      url,
      site: `Site ${id}`,
      coverage: [],
      follows: [],
    },
    terms: terms(lang),
  };
}

const other: IndexSource = {
  ...source('fr', 'elsewhere'),
  terms: ['bakery', 'tramway', 'orchard'].map((text) => ({
    key: `n:${text}`,
    kind: 'name',
    strength: 1,
    place: 'title',
    forms: [{ lang: 'fr', text }],
  })),
};

const fingerprint: Fingerprint = { version: 1, lang: 'en', terms: terms('en') };
const subject: MatchSubject = { id: null, url: 'https://en.example/own', publishedAt: DATE, fingerprint };

function live(...sources: readonly IndexSource[]): LiveIndex {
  return {
    origin: 'feed',
    index: indexArticles([...sources, other]),
    asOf: DATE,
    isHeadlineOnly: (id) => id.endsWith('.h'),
  };
}

const story: FoundStory = {
  id: 's',
  date: '2026-11-20',
  titles: { en: 'A story' },
  score: 0.9,
  relation: 'same-event',
  why: [{ kind: 'name', here: { lang: 'en', text: 'Rama' }, there: [{ lang: 'de', text: 'Rama' }], weight: 0.5 }],
  coverage: [{ outlet: 'Known', lang: 'de', date: DATE, url: 'https://de.example/a', headline: null }],
  differences: { onlyHere: [], onlyThere: [] },
  searchWords: {},
};

describe('live reports', () => {
  it('join the story that the article reports, each address once', () => {
    const [joined, ...more] = withLiveReports([story], subject, [live(source('de', 'a'), source('es', 'b'))]);
    expect(more).toEqual([]);
    expect(joined?.coverage.map(({ url, origin }) => [url, origin])).toEqual([
      ['https://de.example/a', undefined],
      ['https://es.example/b', 'feed'],
    ]);
    const explained = joined?.why.flatMap(({ there }) => there.map(({ lang }) => lang)) ?? [];
    expect([...new Set(explained)].sort()).toEqual(['de', 'es']);
  });

  it('are a story of their own where the bundled index has none', () => {
    const [made] = withLiveReports([], subject, [live(source('de', 'a'), source('es', 'b.h'))]);
    expect(made?.id).toMatch(/^live:/);
    expect(made?.date).toBe('2026-11-20');
    expect(made?.titles).toEqual({ de: 'Title a', es: 'Title b.h' });
    expect(made?.coverage.map(({ lang, headlineOnly = false }) => [lang, headlineOnly]).sort()).toEqual([
      ['de', false],
      ['es', true],
    ]);
  });

  it('say each for itself why it matched, and what only it or only the article tells', () => {
    const more = (id: string, lang: string): IndexSource => {
      const own = {
        key: `n:${id}`,
        kind: 'name',
        strength: 2,
        place: 'lead',
        forms: [{ lang, text: `Own${id}` }],
      } as const;
      return { ...source(lang, id), terms: [...terms(lang), own] };
    };
    const here = (place: 'title' | 'body', text: string): Term => ({
      key: `n:here-${text}`,
      kind: 'name',
      strength: 2,
      place,
      forms: [{ lang: 'en', text }],
    });
    const own = { ...fingerprint, terms: [...terms('en'), here('title', 'Headword'), here('body', 'Bodyword')] };
    const asked = { ...subject, fingerprint: own };
    const feed = live(more('a', 'de'), more('b.h', 'es'));
    const subscribed: LiveIndex = { ...live(more('c', 'it')), origin: 'subscribed' };
    const [joined] = withLiveReports([story], asked, [feed, subscribed]);
    const told = (side: 'onlyHere' | 'onlyThere') =>
      joined?.coverage.map(({ lang, evidence }) => [
        lang,
        evidence?.differences[side].map(({ forms }) => forms[0]?.text),
      ]);
    // That of the bundled index says nothing; the address of the German one is known.
    expect(told('onlyThere')).toEqual(
      expect.arrayContaining([
        ['de', undefined],
        ['es', ['Ownb.h']],
        ['it', ['Ownc']],
      ]),
    );
    // A headline leaves out nearly all.
    expect(told('onlyHere')).toEqual(
      expect.arrayContaining([
        ['es', []],
        ['it', ['Headword', 'Bodyword']],
      ]),
    );
    const spanish = joined?.coverage.find(({ lang }) => lang === 'es')?.evidence?.why ?? [];
    expect(spanish.length).toBeGreaterThan(3);
    expect(spanish.every(({ there }) => there.every(({ lang }) => lang === 'es'))).toBe(true);
    const [made] = withLiveReports([], asked, [live(more('d', 'de'))]);
    expect(made?.coverage[0]?.evidence?.differences.onlyHere.map(({ forms }) => forms[0]?.text)).toEqual(['Headword']);

    // A story of reports alone: what none of them tells of the article, and what any of them tells beyond it.
    const german = live(more('d', 'de'));
    const italian: LiveIndex = {
      ...live({ ...more('c', 'it'), terms: [...more('c', 'it').terms, here('title', 'Headword')] }),
      origin: 'subscribed',
    };
    const [alone] = withLiveReports([], asked, [german, italian, live(more('e.h', 'es'))]);
    const words = (side: 'onlyHere' | 'onlyThere') => alone?.differences[side].map(({ forms }) => forms[0]?.text);
    expect(words('onlyThere')?.sort()).toEqual(['Ownc', 'Ownd', 'Owne.h']);
    expect(words('onlyHere')).toEqual([]);
    const [shorter] = withLiveReports([], asked, [german, live(more('e.h', 'es'))]);
    expect(shorter?.differences.onlyHere.map(({ forms }) => forms[0]?.text)).toEqual(['Headword']);
  });

  it('are so many at most, in however many languages a feed says that it is', () => {
    const letters = [...'abcdefghijklmnopqrst'];
    const tags = letters.flatMap((one) => letters.map((two) => `q${one}${two}`));
    const [made] = withLiveReports([], subject, [live(...tags.map((tag) => source(tag, tag)))]);
    expect(made?.coverage).toHaveLength(300);
  });

  it('say no more than is shown, whatever an index of others writes', () => {
    const odd = source('de', 'a');
    const document = { ...odd.document, date: 'soon', site: 'y'.repeat(5000), titles: { de: 'x'.repeat(5000) } };
    const [made] = withLiveReports([], subject, [live({ ...odd, document })]);
    expect(made?.coverage).toMatchObject([{ date: null, outlet: 'y'.repeat(300), headline: 'x'.repeat(1000) }]);
    expect(made?.date).toBe('2026-11-20');
  });

  it('of an index that turns out to be damaged are left out, and take nothing else with them', () => {
    const file = encodeShard([source('it', 'c')]);
    const { search, evidence } = splitShard('s', file);
    const sections = new Map(unpackContainer(EVIDENCE_PART, evidence)).set('DOCS', packBlock(new Uint8Array(9)));
    const bytes = [...search, ...packContainer(EVIDENCE_PART, sections)];
    const shard = openShard('s', Uint8Array.from(bytes));
    const index = openArticleIndex([shard], statisticsOf([openShard('s', file)]));
    const damaged: LiveIndex = { origin: 'subscribed', index, asOf: DATE, isHeadlineOnly: () => false };
    expect(() => index.document(0)).toThrow(FileFormatError);
    const [joined] = withLiveReports([story], subject, [damaged, live(source('es', 'b'))]);
    expect(joined?.coverage.map(({ lang }) => lang)).toEqual(['de', 'es']);
    expect(withLiveReports([story], subject, [damaged])).toEqual([story]);
  });

  it('are none where nothing is of the event, or leads to a page', () => {
    expect(withLiveReports([], subject, [live()])).toEqual([]);
    expect(withLiveReports([], subject, [live(source('de', 'a', null))])).toEqual([]);
    expect(withLiveReports([story], subject, [])).toEqual([story]);
  });
});
