import { describe, expect, it } from 'vitest';
import { FileFormatError } from '../container/container';
import { type CldrLanguage, conceptsFromCldr, namesFromCldr } from './cldr';
import { compileLexicon } from './compile';
import { decodeLexicon } from './format';

const lexicon = (entries: [string, string, string][]) =>
  decodeLexicon(compileLexicon(entries.map(([lang, form, key]) => ({ lang, form, key }))));

describe('compileLexicon', () => {
  it('finds words, phrases and inflected words', () => {
    const ru = lexicon([
      ['ru', 'Москва', 'p:Europe/Moscow'],
      ['ru', 'Северная Корея', 'p:KP'],
    ]).language('ru');
    expect(ru.find('москва')).toEqual(['p:Europe/Moscow']);
    expect(ru.find('северная корея')).toEqual(['p:KP']);
    expect(ru.findInflected('москвы')).toEqual(['p:Europe/Moscow']);
    expect(ru.findInflected('московия')).toEqual([]);
  });

  it('keeps two words apart that share a stem', () => {
    const en = lexicon([
      ['en', 'train', 'c:train'],
      ['en', 'trait', 'c:trait'],
    ]).language('en');
    expect(en.find('train')).toEqual(['c:train']);
    expect(en.find('trait')).toEqual(['c:trait']);
    expect(en.find('traix')).toEqual([]);
  });

  it('drops a form that would mean three things, and lets a stop word be nothing else', () => {
    const en = lexicon([
      ['en', 'may', 'd:m5'],
      ['en', 'may', 'stop'],
      ['en', 'turn', 'c:a'],
      ['en', 'turn', 'c:b'],
      ['en', 'turn', 'c:c'],
    ]).language('en');
    expect(en.find('may')).toEqual([]);
    expect(en.isStopWord('may')).toBe(true);
    expect(en.find('turn')).toEqual([]);
  });

  it('knows nothing of a language it does not have', () => {
    expect(
      lexicon([['en', 'fire', 'c:fire']])
        .language('xx')
        .findInflected('fire'),
    ).toEqual([]);
  });

  it('refuses a damaged file', () => {
    const file = compileLexicon([{ lang: 'en', form: 'fire', key: 'c:fire' }]);
    expect(() => decodeLexicon(file.slice(0, -4))).toThrow(FileFormatError);
  });
});

const EMPTY = { territories: {}, languages: {}, cities: {}, months: {}, weekdays: {} };

describe('CLDR', () => {
  it('names places without their bracketed notes, months and weekdays', () => {
    const cldr: CldrLanguage = {
      ...EMPTY,
      lang: 'en',
      territories: { '419': 'Latin America', MM: 'Myanmar (Burma)', ZZ: 'Unknown Region' },
      months: { 6: ['June', 'Jun'] },
      weekdays: { mon: ['Monday'] },
      annotations: {},
    };
    expect([...namesFromCldr(cldr)]).toEqual([
      { lang: 'en', form: 'Latin America', key: 'p:419' },
      { lang: 'en', form: 'Myanmar', key: 'p:MM' },
      { lang: 'en', form: 'June', key: 'd:m6' },
      { lang: 'en', form: 'Jun', key: 'd:m6' },
      { lang: 'en', form: 'Monday', key: 'd:w1' },
    ]);
  });

  it('joins keywords that stand beside the same emoji', () => {
    const en: CldrLanguage = {
      ...EMPTY,
      lang: 'en',
      annotations: { '🔥': ['fire'], '🚒': ['fire', 'truck'], '🚀': ['rocket'] },
    };
    const hi: CldrLanguage = {
      ...EMPTY,
      lang: 'hi',
      annotations: { '🔥': ['आग'], '🚒': ['आग', 'ट्रक'], '🚀': ['रॉकेट'] },
    };
    const hindi = [...conceptsFromCldr(en, [en, hi])].filter(({ lang }) => lang === 'hi');
    expect(Object.fromEntries(hindi.map(({ form, key }) => [form, key]))).toEqual({
      आग: 'c:fire',
      ट्रक: 'c:truck',
      रॉकेट: 'c:rocket',
    });
  });
});
