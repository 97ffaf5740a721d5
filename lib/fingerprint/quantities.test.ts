import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import { OWN_QUANTITIES } from '../lexicon/quantity-words';
import type { LexiconEntry } from '../lexicon/types';
import { createFingerprinter } from './fingerprint';

const WORDS: readonly LexiconEntry[] = [
  ...Object.entries(OWN_QUANTITIES).flatMap(([lang, keys]) =>
    Object.entries(keys).flatMap(([key, forms]) => forms.split('|').map((form) => ({ lang, form, key }))),
  ),
  { lang: 'en', form: 'million', key: 'x:6' },
  { lang: 'en', form: 'thousand', key: 'x:3' },
  { lang: 'en', form: 'three', key: '#:3' },
  { lang: 'en', form: 'December', key: 'd:m12' },
  { lang: 'en', form: 'Monday', key: 'd:w1' },
  { lang: 'en', form: 'yesterday', key: 'r:-1' },
  { lang: 'de', form: 'Dezember', key: 'd:m12' },
  { lang: 'bn', form: 'লাখ', key: 'x:5' },
  { lang: 'bn', form: 'কোটি', key: 'x:7' },
  { lang: 'bn', form: 'শতাংশ', key: 'u:%' },
  { lang: 'bn', form: 'ডিসেম্বর', key: 'd:m12' },
  { lang: 'zh', form: '万', key: 'x:4' },
  { lang: 'ko', form: '만', key: 'x:4' },
  { lang: 'ko', form: '천', key: 'x:3' },
  { lang: 'sw', form: 'milioni', key: 'x:6' },
];
const fingerprinter = createFingerprinter(decodeLexicon(compileLexicon(WORDS)));

function keysOf(text: string, lang: string, publishedAt: string | null = null): string[] {
  const { terms } = fingerprinter.fingerprint({ title: '', text, lang, publishedAt });
  return terms.map(({ key }) => key).filter((key) => /^[#d]:/.test(key));
}

describe('quantities', () => {
  it.each([
    ['2.5 million dollars', 'en', '#:2500000'],
    ['25 lakh taka', 'en', '#:2500000'],
    ['২৫ লাখ টাকা', 'bn', '#:2500000'],
    ['2 lakh crore rupees', 'en', '#:2000000000000'],
    ['৩ কোটি ২৫ লাখ', 'bn', '#:32500000'],
    ['3万5000人', 'zh', '#:35000'],
    ['3만 5천 명', 'ko', '#:35000'],
    ['three million people', 'en', '#:3000000'],
    ['watu milioni 5', 'sw', '#:5000000'],
  ])('reads the magnitude of %s', (text, lang, key) => {
    expect(keysOf(text, lang)).toEqual([key]);
  });

  it.each([
    ['a rise of 20%', 'en'],
    ['a rise of 20 per cent', 'en'],
    ['২০ শতাংশ', 'bn'],
    ['উত্থান ২০%', 'bn'],
    ['enflasyon %20', 'tr'],
    ['增长百分之20', 'zh'],
    ['asilimia 20 ya watu', 'sw'],
  ])('knows a share in %s', (text, lang) => {
    expect(keysOf(text, lang)).toEqual(['#:20%']);
  });

  it('knows an age and a score, whoever is named first', () => {
    expect(keysOf('a 32-year-old man', 'en')).toEqual(['#:32y']);
    expect(keysOf('৩২ বছর বয়সী', 'bn')).toEqual(['#:32y']);
    expect(keysOf('won 3-1 at home', 'en')).toEqual(keysOf('lost 1–3 away', 'en'));
  });

  it('does not join numbers that only stand together', () => {
    expect(keysOf('2 million 2024 was', 'en')).toEqual(['#:2000000', '#:2024']);
    expect(keysOf('a magnitude of million hopes', 'en')).toEqual([]);
  });
});

describe('days', () => {
  it.each([
    ['on 14 December 2025', 'en'],
    ['on the 14th of December', 'en'],
    ['on December 14', 'en'],
    ['am 14. Dezember', 'de'],
    ['১৪ ডিসেম্বর', 'bn'],
    ['2025-12-14', 'en'],
    ['14.12.2025', 'de'],
    ['12/14/2025', 'en'],
    ['12月14日', 'zh'],
    ['12월 14일', 'ko'],
  ])('are the same however written: %s', (text, lang) => {
    expect(keysOf(text, lang)).toContain('d:12-14');
  });

  it.each([
    ['14-16 December', 'en'],
    ['December 14–16', 'en'],
    ['১৪-১৬ ডিসেম্বর', 'bn'],
    ['14.–16. Dezember', 'de'],
  ])('are both ends of %s', (text, lang) => {
    expect(keysOf(text, lang).sort()).toEqual(['d:12-14', 'd:12-16']);
  });

  it('are no scores, nor the reverse', () => {
    expect(keysOf('won 3-1 December', 'en')).toContain('#:3-1');
    expect(keysOf('30-32 December', 'en')).not.toContain('d:12-30');
  });

  it('are counted back from the day of publication', () => {
    expect(keysOf('killed on Monday', 'en', '2025-12-17T08:00')).toEqual(['d:12-15']);
    expect(keysOf('killed on Monday', 'en', '2025-12-15')).toEqual(['d:12-15']);
    expect(keysOf('killed yesterday', 'en', '2026-01-01')).toEqual(['d:12-31']);
    expect(keysOf('killed on Monday', 'en')).toEqual(['d:w1']);
  });

  it('that do not exist are none', () => {
    expect(keysOf('31.02.2025 and 32 December', 'en')).not.toContain('d:02-31');
    expect(keysOf('0 December', 'en')).toEqual(['#:0', 'd:m12']);
  });
});
