import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { resolvePublishedAt } from './dates';

/** Languages whose dates the platform writes as the press does. */
const LANGUAGES =
  'en hi bn ur mr ta te gu pa kn ml ne ar fa he tr ru uk be bg pl cs sk hr sl ro hu de fr es pt it ca nl sv da no is fi et lv lt el hy ka kk az sr mk sq zh ja ko vi th lo km id ms sw af zu fil'.split(
    ' ',
  );
const CALENDARS: readonly (readonly [locale: string, lang: string])[] = [
  ['fa-IR-u-ca-persian', 'fa'],
  ['fa-AF-u-ca-persian', 'fa'],
  ['ps-AF-u-ca-persian', 'ps'],
  ['ar-SA-u-ca-islamic-umalqura', 'ar'],
  ['fa-IR-u-ca-islamic-umalqura', 'fa'],
  ['he-u-ca-hebrew', 'he'],
  ['th-TH-u-ca-buddhist', 'th'],
  ['ja-JP-u-ca-japanese', 'ja'],
  ['am-ET-u-ca-ethiopic', 'am'],
];
const DAYS = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2035-12-31T23:59:00Z'),
  noInvalidDate: true,
});

function readBack(locale: string, lang: string, style: Intl.DateTimeFormatOptions['dateStyle'], date: Date) {
  const text = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: style }).format(date);
  return { text, found: resolvePublishedAt([{ source: 'text', text }], { lang }) };
}

describe('dates as the platform writes them', () => {
  it.each(LANGUAGES)('are read back in %s', (lang) => {
    fc.assert(
      fc.property(DAYS, fc.constantFrom('full', 'long', 'medium'), (date, style) => {
        const { text, found } = readBack(`${lang}-u-ca-gregory`, lang, style, date);
        expect(found, text).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: runsOf(40) },
    );
  });

  it.each(CALENDARS)('are read back by the calendar of %s', (locale, lang) => {
    fc.assert(
      fc.property(DAYS, fc.constantFrom('full', 'long'), (date, style) => {
        const { text, found } = readBack(locale, lang, style, date);
        expect(found, text).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: runsOf(150) },
    );
  });
});
