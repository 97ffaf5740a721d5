import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { parseSettings, tidyLanguages } from './settings';

describe('settings', () => {
  it('are what was saved', () => {
    expect(parseSettings({ version: 1, languages: ['bn', 'hi'] }, ['en'])).toEqual({ languages: ['bn', 'hi'] });
  });

  it.each([
    undefined,
    null,
    'hi',
    { languages: ['hi'] },
    { version: 2, languages: ['hi'] },
    { version: 1, languages: [] },
    { version: 1, languages: ['<b>'] },
    { version: 1, languages: [7] },
  ])('are the browser’s languages where nothing sound was saved: %j', (stored) => {
    expect(parseSettings(stored, ['pt-BR', 'pt', 'en-US'])).toEqual({ languages: ['pt', 'en'] });
  });

  it('name one language at least', () => {
    expect(parseSettings(undefined, [])).toEqual({ languages: ['en'] });
    expect(parseSettings(undefined, ['*', 'und'])).toEqual({ languages: ['en'] });
  });

  it('know a language by its primary subtag, once', () => {
    expect(tidyLanguages(['zh-Hant-TW', 'zh_CN', 'EN', 'x-odd', ''])).toEqual(['zh', 'en']);
  });
});
