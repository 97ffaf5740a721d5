import type { CalendarName } from './calendars';

/** A year, and the calendar that it counts in. */
export interface Year {
  readonly calendar: CalendarName;
  readonly year: number;
}

const CENTURY = 100;
const BUDDHIST_OFFSET = 543;

/**
 * The year as written beside a month of the calendar. The Thai year is the Gregorian one and 543 more, so no other
 * calendar's year lies there; of two digits it is Thai on a Thai page, and of this century elsewhere.
 */
export function yearInCalendar(year: number, calendar: CalendarName, lang: string | undefined): Year {
  if (calendar !== 'gregorian') return { calendar, year };
  if (year < CENTURY) return { calendar, year: lang === 'th' ? year + 2500 - BUDDHIST_OFFSET : year + 2000 };
  return { calendar, year: year >= 2533 && year <= 2592 ? year - BUDDHIST_OFFSET : year };
}

/** Languages whose pages date in numbers by another calendar, and the years by which it is known. */
const NUMERIC: readonly { langs: readonly string[]; calendar: CalendarName; first: number; last: number }[] = [
  { langs: ['fa', 'ps', 'ckb'], calendar: 'persian', first: 1369, last: 1428 },
  { langs: ['ar', 'ur', 'fa', 'ps', 'sd'], calendar: 'islamic', first: 1429, last: 1471 },
  { langs: ['ar', 'ur', 'sd'], calendar: 'islamic', first: 1410, last: 1428 },
  { langs: ['ne'], calendar: 'nepali', first: 2071, last: 2092 },
];

/** The year of a date in numbers alone: its calendar is known by the year and the page's language. */
export function yearOfNumbers(year: number, lang: string | undefined): Year {
  const known = NUMERIC.find(
    ({ langs, first, last }) => lang !== undefined && langs.includes(lang) && year >= first && year <= last,
  );
  return known === undefined ? yearInCalendar(year, 'gregorian', lang) : { calendar: known.calendar, year };
}
