import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MESSAGE_KEYS } from './message-keys';
import { moveLanguage, removeLanguage } from './reader-languages';
import { createUi, type Translate } from './ui';

const echo: Translate = (key, substitutions) => [key, ...substitutions].join(' ');

describe('dates', () => {
  it('are the day as the page wrote it, whatever its offset or this machine’s', () => {
    const ui = createUi(echo, 'en');
    for (const iso of ['2025-06-23', '2025-06-23T23:59-11:00', '2025-06-23T00:01+14:00', '2025-06-23T19:21']) {
      expect(ui.date(iso)).toBe('June 23, 2025');
    }
  });

  it('are shown as they are where they are none', () => {
    expect(createUi(echo, 'en').date('last week')).toBe('last week');
    expect(createUi(echo, 'en').date('2025-13-45')).toBe('2025-13-45');
  });

  it('follow the interface language', () => {
    expect(createUi(echo, 'bn').date('2025-06-23')).toBe('২৩ জুন, ২০২৫');
  });
});

describe('counts', () => {
  it('take the plural form of the language', () => {
    expect(createUi(echo, 'en').count('reports', 1)).toBe('reports_one 1');
    expect(createUi(echo, 'ar').count('reports', 2)).toMatch(/^reports_two /);
    expect(createUi(echo, 'ar').count('reports', 11)).toMatch(/^reports_many /);
  });

  it('fall back where the language lacks a form', () => {
    const lacking: Translate = (key) => (key.endsWith('_other') ? 'found' : '');
    expect(createUi(lacking, 'ar').count('reports', 2)).toBe('found');
  });
});

it('only certainty is 100 %', () => {
  const ui = createUi(echo, 'en');
  expect(ui.percent(0.9996)).toBe('99%');
  expect(ui.percent(0.944)).toBe('94%');
  expect(ui.percent(1)).toBe('100%');
});

it('language names survive what is no language', () => {
  const ui = createUi(echo, 'en');
  expect(ui.languageName('hi')).toBe('Hindi');
  expect(ui.ownLanguageName('hi')).toBe('हिन्दी');
  expect(ui.languageName('und')).toBe('unknownLanguage');
  expect(ui.languageName('<b>')).toBe('<b>');
});

it('a language moves within its list and not beyond', () => {
  expect(moveLanguage(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moveLanguage(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moveLanguage(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(moveLanguage(['a', 'b', 'c'], 'gone', 1)).toEqual(['a', 'b', 'c']);
});

it('a language is removed unless it is the only one', () => {
  expect(removeLanguage(['a', 'b'], 'a')).toEqual(['b']);
  expect(removeLanguage(['a'], 'a')).toEqual(['a']);
});

it('the keys that components may use are those of the English texts', () => {
  const english = new URL('../public/_locales/en/messages.json', import.meta.url);
  expect([...MESSAGE_KEYS].sort()).toEqual(Object.keys(JSON.parse(readFileSync(english, 'utf8'))).sort());
});
