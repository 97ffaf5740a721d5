import { expect, it } from 'vitest';
import { parseSettings, tidyLanguages } from './settings';

it('tidies language tags: primary subtags, each once, in order', () => {
  expect(tidyLanguages(['pt-BR', 'en', 'pt', 'zh_CN', 'und', '', 'x y', 'EN-gb', 'deutsch'])).toEqual([
    'pt',
    'en',
    'zh',
  ]);
});

it('reads what was stored', () => {
  expect(parseSettings({ version: 1, languages: ['bn', 'en'] }, ['fr']).languages).toEqual(['bn', 'en']);
});

it.each([
  undefined,
  null,
  'en',
  { version: 2, languages: ['bn'] },
  { version: 1, languages: [] },
  { version: 1, languages: ['<b>'] },
  { version: 1, languages: 'bn' },
])('takes the languages of the browser where %j is stored', (stored) => {
  expect(parseSettings(stored, ['fr-CA', 'en']).languages).toEqual(['fr', 'en']);
});

it('has a language even where the browser names none', () => {
  expect(parseSettings(undefined, []).languages).toEqual(['en']);
});
