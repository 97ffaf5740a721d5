import { describe, expect, it } from 'vitest';
import {
  CatalogueError,
  catalogueLanguages,
  type Feed,
  feedsFor,
  originOf,
  originsOf,
  parseCatalogue,
} from './catalogue';

const FEED: Feed = {
  name: 'Radio Nord',
  english: null,
  lang: 'sv',
  country: 'SE',
  kind: 'broadcaster',
  address: 'https://feeds.nord.example/sv/rss.xml',
  checked: null,
};

function feed(lang: string, path: string): Feed {
  return { ...FEED, lang, name: path, address: `https://feeds.nord.example/${path}` };
}

describe('parseCatalogue', () => {
  it('takes a catalogue as it was written', () => {
    const feeds = [FEED, { ...feed('zh-Hant', 'zh'), english: 'North Radio', checked: '2026-11-22' }];
    expect(parseCatalogue(JSON.parse(JSON.stringify(feeds)))).toEqual(feeds);
  });

  it.each([
    ['no https', { address: 'http://feeds.nord.example/' }],
    ['an address in another form', { address: 'https://feeds.nord.example' }],
    ['a port', { address: 'https://feeds.nord.example:8443/' }],
    ['a password', { address: 'https://me:secret@feeds.nord.example/' }],
    ['a fragment', { address: 'https://feeds.nord.example/#top' }],
    ['an empty name', { name: ' ' }],
    ['a language in words', { lang: 'Swedish' }],
    ['a country in small letters', { country: 'se' }],
    ['a kind of its own', { kind: 'blog' }],
    ['a field too many', { note: '' }],
  ])('refuses %s', (_, wrong) => {
    expect(() => parseCatalogue([FEED, { ...FEED, ...wrong }])).toThrow(CatalogueError);
  });

  it('refuses what is no catalogue', () => {
    expect(() => parseCatalogue([])).toThrow(CatalogueError);
    expect(() => parseCatalogue('feeds')).toThrow(CatalogueError);
  });
});

describe('feedsFor', () => {
  const feeds = [
    feed('hi', 'hi1'),
    feed('zh-Hans', 'zh1'),
    feed('hi', 'hi2'),
    feed('zh-Hant', 'zh2'),
    feed('sv', 'sv1'),
  ];
  const named = (found: readonly Feed[]): string[] => found.map(({ name }) => name);

  it('goes by the languages first and by their feeds second', () => {
    expect(named(feedsFor(feeds, ['zh', 'hi']))).toEqual(['zh1', 'zh2', 'hi1', 'hi2']);
  });

  it('gives at most so many of each language, and none twice', () => {
    expect(named(feedsFor(feeds, ['hi', 'sv', 'hi-IN'], 1))).toEqual(['hi1', 'sv1']);
  });

  it('gives nothing for a language without feeds', () => {
    expect(feedsFor(feeds, ['la', 'und'])).toEqual([]);
  });
});

describe('originOf', () => {
  it('is one host over https, and no other', () => {
    expect(originOf(FEED)).toBe('https://feeds.nord.example/*');
    expect(originsOf([FEED, feed('hi', 'hi'), { address: 'https://nord.example/rss' }])).toEqual([
      'https://feeds.nord.example/*',
      'https://nord.example/*',
    ]);
  });
});

describe('catalogueLanguages', () => {
  it('are primary subtags, each once', () => {
    expect(catalogueLanguages([feed('zh-Hant', 'a'), feed('sv', 'b'), feed('zh-Hans', 'c')])).toEqual(['sv', 'zh']);
  });
});
