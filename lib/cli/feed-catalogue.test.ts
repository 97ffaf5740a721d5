import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueLanguages, type Feed, feedsFor, OFFERED_PER_LANGUAGE, parseCatalogue } from '../coverage/catalogue';
import { faultsOf } from '../coverage/catalogue-source';
import { INTERFACE_LANGUAGES } from '../settings/settings';
import { type CatalogueSources, readCatalogue, readCatalogueSources } from './feed-catalogue';

describe('the catalogue of feeds', () => {
  let sources: CatalogueSources;
  let feeds: Feed[];
  beforeAll(async () => {
    sources = await readCatalogueSources();
    feeds = await readCatalogue();
  });

  it('has no fault: every feed complete, once, with a language, a country and evidence that exist', () => {
    expect(faultsOf(sources.entries, sources.sources)).toEqual([]);
    expect(parseCatalogue(JSON.parse(JSON.stringify(feeds)))).toEqual(feeds);
  });

  it('is as large as promised', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(150);
    expect(catalogueLanguages(feeds).length).toBeGreaterThanOrEqual(30);
    expect(new Set(feeds.map(({ country }) => country)).size).toBeGreaterThanOrEqual(50);
  });

  it('has enough to offer in every language of the interface, from several hosts', () => {
    for (const lang of INTERFACE_LANGUAGES) {
      const offered = feedsFor(feeds, [lang], OFFERED_PER_LANGUAGE);
      expect(offered.length, lang).toBeGreaterThanOrEqual(5);
      expect(new Set(offered.map(({ country }) => country)).size, lang).toBeGreaterThanOrEqual(2);
      expect(new Set(offered.map(({ kind }) => kind)).size, lang).toBeGreaterThanOrEqual(2);
    }
  });

  it('covers the languages of India', () => {
    const languages = catalogueLanguages(feeds);
    for (const lang of 'hi bn ur mr te ta gu pa ml kn or as ne'.split(' ')) expect(languages).toContain(lang);
  });

  it('names every outlet of another script in Latin letters too', () => {
    const unnamed = feeds.filter(({ name, english }) => english === null && !/^[\p{Script=Latin}\P{L}]+$/u.test(name));
    expect(unnamed).toEqual([]);
  });
});
