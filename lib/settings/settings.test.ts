import { describe, expect, it } from 'vitest';
import { checkSettings, defaultSettings, readSettings, settingsRecord, tidyLanguages, withinBounds } from './settings';

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

  it.each([undefined, null, 'hi', [], { languages: ['hi'] }, { version: 3, languages: ['hi'] }])(
    'are none where the record is none that is known: %j',
    (record) => {
      expect(readSettings(record, ['pt-BR'])).toBeNull();
      expect(checkSettings(record)).toBeNull();
    },
  );

  it.each([
    { languages: [] },
    { languages: ['<b>'] },
    { languages: [7] },
    { languages: undefined },
    { theme: 'loud' },
    { sites: ['https://news.example/'] },
    { hiddenOutlets: ['x'.repeat(300)] },
    { hiddenOutlets: ['\u202e\u0000'] },
    { hiddenOutlets: Array.from({ length: 5001 }, (_, n) => `Outlet ${n}`) },
  ])('lose no more than the field that is unsound, and from a file are refused', (unsound) => {
    const record = { ...settingsRecord(chosen), ...unsound };
    const defaults = defaultSettings(['pt-BR']);
    const [field] = Object.keys(unsound);
    const expected = Object.entries(chosen).map(([key, value]) => [key, key === field ? { ...defaults }[key] : value]);
    expect(readSettings(record, ['pt-BR'])).toEqual(Object.fromEntries(expected));
    expect(checkSettings(record)).toBeNull();
    expect(checkSettings(settingsRecord(chosen))).toEqual(chosen);
  });

  it('are cut to what can be read back, the newest kept', () => {
    const hiddenOutlets = Array.from({ length: 5002 }, (_, n) => `Outlet ${n}`);
    const cut = withinBounds({ ...chosen, hiddenOutlets, sites: ['[::1]', 'news.example'], preferredOutlets: [''] });
    expect(cut.hiddenOutlets).toEqual(hiddenOutlets.slice(2));
    expect(checkSettings(settingsRecord(cut))).toEqual({ ...cut, sites: ['news.example'], preferredOutlets: [] });
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
