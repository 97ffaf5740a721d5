import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { resolvePublishedAt } from './dates';
import { MONTH_NAMES } from './month-names';
import type { DateClue } from './types';

const line = (text: string, lang?: string) =>
  resolvePublishedAt([{ source: 'text', text }], lang === undefined ? {} : { lang });
const meta = (text: string) => resolvePublishedAt([{ source: 'meta', text }]);

describe('resolvePublishedAt', () => {
  it.each([
    ['2024-05-03T15:47:42.389Z', '2024-05-03T15:47Z'],
    ['2024-05-03 15:47:42', '2024-05-03T15:47'],
    ['2024-05-03T15:47:42+0530', '2024-05-03T15:47+05:30'],
    ['2024-05-03T15:47:42+02:00[Europe/Berlin]', '2024-05-03T15:47+02:00'],
    ['2024-05-03', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['2024-05-03T00:00:00Z', '2024-05-03'],
    ['Fri, 03 May 2024 15:47:42 GMT', '2024-05-03T15:47Z'],
    ['1714751262', '2024-05-03T15:47Z'],
    ['2024-02-30', null],
    ['1404-02-14', null],
    ['yesterday', null],
  ])('reads the machine date %s as %s', (text, expected) => {
    expect(meta(text)).toBe(expected);
  });

  it.each([
    ['en', 'Updated - June 23, 2025 07:21 pm EDT', '2025-06-23T19:21-04:00'],
    ['hi', '23 जून 2025, 7:21 PM IST', '2025-06-23T19:21+05:30'],
    ['bn', '• আপডেট : ০৬:১২:৪৫ অপরাহ্ন, সোমবার, ২৩ জুন ২০২৫', '2025-06-23T18:12'],
    ['ur', '23 جون 2025', '2025-06-23'],
    ['mr', '२३ जून २०२५', '2025-06-23'],
    ['ta', '23 ஜூன் 2025', '2025-06-23'],
    ['te', '23 జూన్, 2025', '2025-06-23'],
    ['gu', '૨૩ જૂન, ૨૦૨૫', '2025-06-23'],
    ['pa', '23 ਜੂਨ 2025', '2025-06-23'],
    ['ne', '२३ जुन २०२५', '2025-06-23'],
    ['ar', 'الاثنين 23 يونيو/حزيران 2025 - 19:21 غرينتش', '2025-06-23T19:21Z'],
    ['fa', '۲۳ ژوئن ۲۰۲۵', '2025-06-23'],
    ['he', '23 ביוני 2025, 19:21', '2025-06-23T19:21'],
    ['tr', '23 Haziran 2025 Pazartesi 19:21', '2025-06-23T19:21'],
    ['ru', '23 июня 2025, 19:21 МСК', '2025-06-23T19:21+03:00'],
    ['uk', '23 червня 2025 р., 19:21', '2025-06-23T19:21'],
    ['pl', '23 czerwca 2025, 19:21', '2025-06-23T19:21'],
    ['de', '23. Juni 2025, 19.21 Uhr', '2025-06-23T19:21'],
    ['fr', 'Publié le 23 juin 2025 à 19h21', '2025-06-23T19:21'],
    ['es', '23 de junio de 2025', '2025-06-23'],
    ['pt', '23 de jun. de 2025 às 19h21', '2025-06-23T19:21'],
    ['it', '23 giugno 2025', '2025-06-23'],
    ['nl', '23 juni 2025 om 19:21', '2025-06-23T19:21'],
    ['el', '23 Ιουνίου 2025 7:21 μ.μ.', '2025-06-23T19:21'],
    ['zh', '2025年06月23日 下午7:21', '2025-06-23T19:21'],
    ['zh', '二〇二五年六月二十三日', '2025-06-23'],
    ['ja', '2025年6月23日 午後7時21分', '2025-06-23T19:21'],
    ['ko', '입력 2025.06.23. 오후 7:21', '2025-06-23T19:21'],
    ['id', '23 Juni 2025 19.21 WIB', '2025-06-23T19:21+07:00'],
    ['vi', 'Thứ hai, 23/6/2025, 19:21 (GMT+7)', '2025-06-23T19:21+07:00'],
    ['th', '23 มิถุนายน 2025', '2025-06-23'],
  ])('reads a line in %s: %s', (lang, text, expected) => {
    expect(line(text, lang)).toBe(expected);
  });

  it.each([
    ['fa', '1404-04-02T18:12', '2025-06-23T18:12'],
    ['ar', '1446-12-27', '2025-06-23'],
    ['ne', '2082-03-09', '2025-06-23'],
    ['th', '2568-06-23 18:12', '2025-06-23T18:12'],
    ['en', '2082-03-09', null],
    ['hi-Latn', '23 June 2025, 6:12 PM IST', '2025-06-23T18:12+05:30'],
  ])('reads what a program wrote by the calendar of a page in %s: %s', (lang, text, expected) => {
    expect(resolvePublishedAt([{ source: 'time', text }], { lang })).toBe(expected);
  });

  it('takes a change for publication only where nothing tells of that', () => {
    const updated: DateClue = { source: 'text', text: 'Updated: 24 June 2025, 09:00' };
    expect(resolvePublishedAt([updated, { source: 'text', text: '23 June 2025' }])).toBe('2025-06-23');
    expect(resolvePublishedAt([updated, { source: 'meta', text: '2025-06-24' }])).toBe('2025-06-24');
    expect(resolvePublishedAt([updated])).toBe('2025-06-24T09:00');
  });

  it('reads a month in every language of the table', () => {
    for (const [lang, row] of Object.entries(MONTH_NAMES)) {
      for (const [index, group] of row.split('|').entries()) {
        const name = group.split('/').find((one) => one !== '');
        if (name === undefined) continue;
        expect(line(`23 ${name} 2025`, lang), `${lang}: ${name}`).toBe(`2025-${String(index + 1).padStart(2, '0')}-23`);
      }
    }
  });

  it('takes the Gregorian one of two calendars, and no year of another calendar for Gregorian', () => {
    expect(line('২১ আশ্বিন ১৪৩২, ৬ অক্টোবর ২০২৫', 'bn')).toBe('2025-10-06');
    expect(line('27 ذو الحجة 1446 - 23 يونيو 2025', 'ar')).toBe('2025-06-23');
    expect(line('९ असार २०८२', 'hi')).toBeNull();
    expect(line('1404-04-02', 'ar')).toBeNull();
  });

  it('does not guess: two readings, or a sentence about some day, give nothing', () => {
    expect(line('06/07/2025', 'en')).toBeNull();
    expect(line('23/06/2025', 'en')).toBe('2025-06-23');
    expect(line('06/07/2025', 'fr')).toBe('2025-07-06');
    expect(line('He was born in the village on June 23, 2004 and moved to the city with his family.', 'en')).toBeNull();
    expect(resolvePublishedAt([])).toBeNull();
  });

  it('leaves a zone out that has several meanings', () => {
    expect(line('23 June 2025 10:00 BST', 'en')).toBe('2025-06-23T10:00');
    expect(line('23 June 2025 10:00 IST', 'en')).toBe('2025-06-23T10:00');
  });

  it('trusts metadata before text, publication before change, and adds the time that the page shows', () => {
    const clues: DateClue[] = [
      { source: 'text', text: '23 June 2025, 18:12' },
      { source: 'meta', text: '2025-06-24T08:00:00Z', modified: true },
      { source: 'json-ld', text: '2025-06-23' },
    ];
    expect(resolvePublishedAt(clues)).toBe('2025-06-23T18:12');
    expect(resolvePublishedAt(clues.slice(1))).toBe('2025-06-23');
    expect(resolvePublishedAt(clues.slice(1, 2))).toBe('2025-06-24T08:00Z');
  });

  it('takes a bare date above the headline, but not the clock of the site', () => {
    const above = (text: string) =>
      resolvePublishedAt([{ source: 'text', text, beforeHeadline: true }], { lang: 'en' });
    expect(above('23 June 2025')).toBe('2025-06-23');
    expect(above('Monday, 23 June 2025')).toBeNull();
    expect(above('23 June 2025 06:32')).toBeNull();
  });

  it('never throws, and gives a date that parses or null', () => {
    const names = Object.values(MONTH_NAMES).flatMap((row) => row.split(/[|/]/));
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.integer({ min: -10, max: 99_999 }).map(String),
      fc.constantFrom(
        ...names,
        ':',
        '/',
        '-',
        '.',
        'AM',
        'PM',
        'IST',
        '+05:30',
        '年',
        '月',
        '日',
        '২০২৫',
        '٢٣',
        'T',
        'Z',
      ),
    );
    const clue = fc.record({
      source: fc.constantFrom('json-ld', 'meta', 'time', 'text'),
      text: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    });
    fc.assert(
      fc.property(
        fc.array(clue, { maxLength: 4 }),
        fc.constantFrom('en', 'bn', 'ar', 'zh', 'xx', '__proto__', 'constructor'),
        (clues, lang) => {
          const found = resolvePublishedAt(clues as DateClue[], { lang });
          if (found === null) return;
          expect(found).toMatch(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?$/);
          expect(Number.isNaN(Date.parse(found))).toBe(false);
        },
      ),
      { numRuns: runsOf(1500) },
    );
  });
});
