import { expect, it } from 'vitest';
import { savedStory } from './saved-story.testing';
import { searchSaved } from './search-saved';

const bridge = savedStory();
const flood = savedStory(
  {
    id: '2025-04-01-flood',
    titles: { de: 'Überschwemmung in der Straße', ar: 'فَيَضان في الشارع', hi: 'सड़क पर बाढ़', ja: '道路の洪水ニュース' },
    coverage: [
      { outlet: 'Die Beispielzeitung', lang: 'de', date: null, url: 'https://b.example/', headline: 'Land unter' },
    ],
    why: [],
    differences: { onlyHere: [], onlyThere: [] },
  },
  { page: { title: 'Wasser', lang: 'de', site: null, url: null, publishedAt: null } },
);
const stories = [bridge, flood];

it.each([
  ['', stories],
  ['  \n ', stories],
  ['BRIDGE', [bridge]],
  ['zoe', [bridge]], // Zoë
  ['ndiaye lagos', [bridge]],
  ['lagos flood', []],
  ['daily', [bridge]],
  ['subah', [bridge]],
  ['तटरक्षक', [bridge]],
  ['uberschwemmung', [flood]],
  ['STRASSE', [flood]],
  ['beispielzeitung', [flood]],
  ['land unter', [flood]],
  ['فيضان', [flood]], // without its vowel marks
  ['洪水', [flood]],
  ['ﾆｭｰｽ', [flood]], // half as wide
  ['बढ', []], // another word than बाढ़: vowel signs count
  ['bridge\nopens', [bridge]],
  ['opensबंदरगाह', []], // not across two titles
])('finds by "%s"', (words, expected) => {
  expect(searchSaved(stories, words)).toEqual(expected);
});
