import { describe, expect, it } from 'vitest';
import { BENGALI } from './bengali';
import { ETHIOPIC } from './ethiopic';
import { HEBREW } from './hebrew';
import { resolveDay, weekdayOf } from './index';
import { ISLAMIC } from './islamic';
import { dayNumber, dayNumberIn, gregorianOf, type MonthCalendar } from './month-calendar';
import { NEPALI } from './nepali';
import { PERSIAN } from './persian';

const FIRST = dayNumber(2015, 1, 1);
const LAST = dayNumber(2035, 12, 31);

/** Every day of the calendar, in order. */
function* daysOf(calendar: MonthCalendar): Generator<{ year: number; month: number; day: number }> {
  for (let year = calendar.firstYear; year <= calendar.lastYear; year++) {
    for (const [index, length] of calendar.monthLengths(year).entries()) {
      for (let day = 1; day <= length; day++) yield { year, month: index + 1, day };
    }
  }
}

const ALL = { PERSIAN, ISLAMIC, HEBREW, BENGALI, NEPALI, ETHIOPIC };
const written = (number: number | null) => {
  if (number === null) return null;
  const { year, month, day } = gregorianOf(number);
  return [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
};

describe.each(Object.entries(ALL))('%s', (_, calendar) => {
  it('gives each of its days one Gregorian day, and covers 2015 to 2035', () => {
    let expected = calendar.firstDay;
    for (const { year, month, day } of daysOf(calendar)) {
      // Summing every day from the start would be quadratic: the month's ends show the rest.
      if (day === 1) expect(dayNumberIn(calendar, year, month, day)).toBe(expected);
      expected++;
    }
    expect(calendar.firstDay).toBeLessThanOrEqual(FIRST);
    expect(expected).toBeGreaterThan(LAST);
  });

  it('has no day 0, no thirteenth month too many, and no year outside of its table', () => {
    const { firstYear, lastYear } = calendar;
    expect(dayNumberIn(calendar, firstYear, 1, 0)).toBeNull();
    expect(dayNumberIn(calendar, firstYear, 1, 33)).toBeNull();
    expect(dayNumberIn(calendar, firstYear, 14, 1)).toBeNull();
    expect(dayNumberIn(calendar, firstYear - 1, 1, 1)).toBeNull();
    expect(dayNumberIn(calendar, lastYear + 1, 1, 1)).toBeNull();
  });
});

describe('calendars that the platform has too', () => {
  /** Months of the platform's calendar by name where their number depends on the year. */
  const HEBREW_MONTHS = 'Tishri|Heshvan|Kislev|Tevet|Shevat|Adar I|Adar|Nisan|Iyar|Sivan|Tamuz|Av|Elul'.split('|');

  it.each([
    ['persian', PERSIAN],
    ['islamic-umalqura', ISLAMIC],
    ['ethiopic', ETHIOPIC],
    ['hebrew', HEBREW],
  ] as const)('agree on every day of 2015 to 2035: %s', (name, calendar) => {
    const month = name === 'hebrew' ? 'long' : 'numeric';
    const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month,
      day: 'numeric',
    });
    const own = new Map<number, string>();
    let number = calendar.firstDay;
    for (const date of daysOf(calendar)) own.set(number++, `${date.year}-${date.month}-${date.day}`);
    for (let at = FIRST; at <= LAST; at++) {
      const parts = new Map(format.formatToParts(at * 86_400_000).map(({ type, value }) => [type, value]));
      const named = parts.get('month') ?? '';
      const numbered = name === 'hebrew' ? HEBREW_MONTHS.indexOf(named === 'Adar II' ? 'Adar' : named) + 1 : named;
      expect(own.get(at), written(at) ?? '').toBe(`${parts.get('year')}-${numbered}-${parts.get('day')}`);
    }
  });
});

describe('days that are known', () => {
  it.each<readonly [MonthCalendar, number, number, number, string]>([
    [PERSIAN, 1404, 4, 2, '2025-06-23'],
    [PERSIAN, 1403, 12, 30, '2025-03-20'],
    [ISLAMIC, 1446, 12, 27, '2025-06-23'],
    [ISLAMIC, 1447, 1, 1, '2025-06-26'],
    [HEBREW, 5785, 10, 27, '2025-06-23'],
    [HEBREW, 5784, 6, 30, '2024-03-10'],
    [HEBREW, 5786, 1, 1, '2025-09-23'],
    [ETHIOPIC, 2017, 10, 16, '2025-06-23'],
    // Days of state in Bangladesh, which the revision of 2019 was made to fix.
    [BENGALI, 1432, 3, 9, '2025-06-23'],
    [BENGALI, 1426, 6, 31, '2019-10-16'],
    [BENGALI, 1427, 9, 1, '2020-12-16'],
    [BENGALI, 1430, 11, 8, '2024-02-21'],
    [BENGALI, 1430, 12, 12, '2024-03-26'],
    [BENGALI, 1425, 11, 9, '2019-02-21'],
    // Elections, days of state and the first days of years in Nepal.
    [NEPALI, 2079, 8, 4, '2022-11-20'],
    [NEPALI, 2081, 1, 1, '2024-04-13'],
    [NEPALI, 2081, 2, 15, '2024-05-28'],
    [NEPALI, 2081, 9, 17, '2025-01-01'],
    [NEPALI, 2082, 3, 9, '2025-06-23'],
    [NEPALI, 2082, 5, 23, '2025-09-08'],
    [NEPALI, 2082, 6, 3, '2025-09-19'],
    [NEPALI, 2082, 11, 21, '2026-03-05'],
    [NEPALI, 2083, 1, 1, '2026-04-14'],
  ])('%o %i-%i-%i is %s', (calendar, year, month, day, expected) => {
    expect(written(dayNumberIn(calendar, year, month, day))).toBe(expected);
  });
});

describe('resolveDay', () => {
  it('lets the weekday tell on which day a month that is begun by sight began', () => {
    const date = { year: 1446, month: 12, day: 26 };
    expect(written(resolveDay('islamic', date, null))).toBe('2025-06-22');
    expect(written(resolveDay('islamic', date, weekdayOf(dayNumber(2025, 6, 22))))).toBe('2025-06-22');
    expect(written(resolveDay('islamic', date, weekdayOf(dayNumber(2025, 6, 23))))).toBe('2025-06-23');
    expect(resolveDay('islamic', date, weekdayOf(dayNumber(2025, 6, 25)))).toBeNull();
  });

  it('turns a date away whose weekday does not agree where the calendar is certain', () => {
    const date = { year: 1404, month: 4, day: 2 };
    expect(written(resolveDay('persian', date, 1))).toBe('2025-06-23');
    expect(resolveDay('persian', date, 2)).toBeNull();
  });
});
