import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, settingsRecord, tidyLanguages } from './settings';

const chosen = {
  ...defaultSettings(['bn', 'hi']),
  interfaceLanguage: 'ur',
  theme: 'dark',
  hiddenOutlets: ['The Daily Example'],
  sites: ['news.example'],
} as const;

describe('settings', () => {
  it('are read as they were stored', () => {
    expect(readSettings(settingsRecord(chosen), ['en'])).toEqual(chosen);
  });

  it('of the first version keep their languages', () => {
    expect(readSettings({ version: 1, languages: ['bn', 'hi'] }, ['en'])).toEqual(defaultSettings(['bn', 'hi']));
  });

  it.each([
    undefined,
    null,
    'hi',
    { languages: ['hi'] },
    { version: 3, languages: ['hi'] },
    { version: 1, languages: [] },
    { version: 1, languages: ['<b>'] },
    { version: 1, languages: [7] },
    { ...settingsRecord(chosen), theme: 'loud' },
    { ...settingsRecord(chosen), sites: ['https://news.example/'] },
    { ...settingsRecord(chosen), hiddenOutlets: ['x'.repeat(300)] },
  ])('are refused where something is unsound: %j', (record) => {
    expect(readSettings(record, ['pt-BR'])).toBeNull();
  });

  it('name one language at least', () => {
    expect(defaultSettings(['pt-BR', 'pt', 'en-US']).languages).toEqual(['pt', 'en']);
    expect(defaultSettings([]).languages).toEqual(['en']);
    expect(defaultSettings(['*', 'und']).languages).toEqual(['en']);
  });

  it('know a language by its primary subtag, once', () => {
    expect(tidyLanguages(['zh-Hant-TW', 'zh_CN', 'EN', 'x-odd', ''])).toEqual(['zh', 'en']);
  });
});
