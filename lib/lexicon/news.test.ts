import { describe, expect, it } from 'vitest';
import { hashString } from '../fingerprint/hash';
import { faultsOf } from './check-news';
import { compileLexicon } from './compile';
import { decodeLexicon } from './format';
import { keysOf, type NewsLexicon, newsEntries, parseForms, parseItems } from './news';

const NEWS: NewsLexicon = {
  concepts: parseItems(
    'id\tfield\tmeaning\narrest\tcrime\tpolice take somebody\nprime-minister\tperson\thead of government\n',
  ),
  entities: parseItems('id\tkind\twhat\nnato\torganisation\tmilitary alliance\ngaza\tregion\tstrip on the sea\n'),
  conceptForms: [parseForms('en', 'arrest\tarrest*|detain*\nprime-minister\tprime minister|premier\n')],
  entityForms: [parseForms('en', 'nato\tNATO|Atlantic Alliance\ngaza\tGaza Strip|Gaza\n')],
};

describe('newsEntries', () => {
  const keys = keysOf(NEWS, new Map([['gaza', 'p:Asia/Gaza']]));
  const lexicon = decodeLexicon(compileLexicon(newsEntries(NEWS, keys))).language('en');

  it('gives every form its key, and a place the one that CLDR has', () => {
    expect(lexicon.find('nato')).toEqual(['e:nato']);
    expect(lexicon.find('gaza')).toEqual(['p:Asia/Gaza']);
    expect(lexicon.find('premier')).toEqual(['c:prime-minister']);
  });

  it('lets any ending follow a star', () => {
    expect(lexicon.findInflected('arresting')).toEqual(['c:arrest']);
    expect(lexicon.findInflected('detainment')).toEqual(['c:arrest']);
    expect(lexicon.findInflected('arre')).toEqual([]);
  });

  it('lets the last word of a phrase carry an ending', () => {
    const words = ['prime', 'ministers'].map((form) => ({ form, hash: hashString(form) | 0, joined: false }));
    expect(lexicon.findPhrase(words, 0)).toEqual({ length: 2, keys: ['c:prime-minister'] });
  });
});

describe('faultsOf', () => {
  const faults = (change: Partial<NewsLexicon>): string[] =>
    faultsOf({ ...NEWS, ...change }, (_, form) => form === 'the').filter((fault) => !fault.endsWith('is missing'));

  it('finds nothing wrong with a sound lexicon', () => expect(faults({})).toEqual([]));

  it.each<[string, Partial<NewsLexicon>]>([
    ['prime-minister is forgotten', { conceptForms: [parseForms('en', 'arrest\tarrest')] }],
    ['nobody knows the id war', { conceptForms: [parseForms('en', 'arrest\ta\nprime-minister\tb\nwar\tc')] }],
    ['has an empty form', { entityForms: [parseForms('en', 'nato\tNATO|\ngaza\tGaza')] }],
    ['"НАТО" is in another script', { entityForms: [parseForms('en', 'nato\tNATO|НАТО\ngaza\tGaza')] }],
    ['arrest is there twice', { conceptForms: [parseForms('en', 'arrest\ta\narrest\tb\nprime-minister\tc')] }],
    ['arrest has 3 columns', { conceptForms: [parseForms('en', 'arrest\ta\tb\nprime-minister\tc')] }],
    ['has a star before its end', { conceptForms: [parseForms('en', 'arrest\tar*est\nprime-minister\tc')] }],
    ['has more than 4 words', { conceptForms: [parseForms('en', 'arrest\ta b c d e\nprime-minister\tc')] }],
    ['arrest is there twice', { concepts: parseItems('id\tf\tm\narrest\ta\tb\narrest\ta\tb') }],
    ['the id "An arrest" is not plain', { concepts: parseItems('id\tf\tm\nAn arrest\ta\tb') }],
    ['gaza is of no known kind: regoin', { entities: parseItems('id\tk\tw\nnato\torganisation\tx\ngaza\tregoin\tx') }],
    ['arrest says no field or no meaning', { concepts: parseItems('id\tf\tm\narrest\ta') }],
    ['is a function word', { conceptForms: [parseForms('en', 'arrest\tthe\nprime-minister\tpremier')] }],
    [
      '"x" means arrest, prime-minister, nato',
      {
        conceptForms: [parseForms('en', 'arrest\tx\nprime-minister\tx')],
        entityForms: [parseForms('en', 'nato\tX\ngaza\tGaza')],
      },
    ],
  ])('says: %s', (words, change) => expect(faults(change).join('\n')).toContain(words));

  it('names a language of which a file is missing', () => {
    expect(faultsOf(NEWS, () => false)).toContain('sw: a file of the language is missing');
  });

  const including = (lang: string, concepts: string, entities: string) =>
    faults({
      conceptForms: [...NEWS.conceptForms, parseForms(lang, concepts)],
      entityForms: [...NEWS.entityForms, parseForms(lang, entities)],
    });
  const HINDI = ['arrest\tगिरफ्तार*\nprime-minister\tप्रधानमंत्री|PM', 'nato\tनाटो|NATO\ngaza\tगाजा'] as const;

  it('takes acronyms in Latin letters beside the words of another script', () => {
    expect(including('hi', ...HINDI)).toEqual([]);
  });

  it.each([
    ['hi', 'arrest has no form in the script', HINDI[0].replace('गिरफ्तार*', 'arrest'), HINDI[1]],
    ['hi', '1 entries are in Latin letters alone: gaza', HINDI[0], HINDI[1].replace('गाजा', 'Gaza')],
    ['hi', '"গাজা" is in another script', HINDI[0], HINDI[1].replace('गाजा', 'গাজা')],
    ['de', '1 entries are as English has them: arrest', 'arrest\tarrest*|detain*\nprime-minister\tPremier', HINDI[1]],
  ])('finds what was copied to %s and left: %s', (lang, words, concepts, entities) => {
    expect(including(lang, concepts, entities).join('\n')).toContain(words);
  });
});
