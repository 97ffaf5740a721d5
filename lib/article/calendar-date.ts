import { type CalendarName, resolveDay } from './calendars';
import { dayNumber, gregorianOf } from './calendars/month-calendar';
import { findEraDates } from './era-date';
import { findHebrewDates } from './hebrew-date';
import { findNamedDates } from './named-date';
import { findNumericDates } from './numeric-date';
import { findWeekday } from './weekdays';

/** A Gregorian day that a line gives, and where in the line it stands. */
export interface FoundDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** A date as written, in the calendar it is written in. */
export interface WrittenDate extends FoundDate {
  readonly calendar: CalendarName;
  /** The numbers may also be read as month and day: sure only where something else in the line agrees. */
  readonly ambiguous?: true;
}

/** Years a news page may carry. Those of other calendars fall outside, so a year alone tells them apart. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2049;

/** Whether the three numbers are a day of the Gregorian calendar that a news page may carry. */
export function isNewsDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The day that a folded line gives: its first Gregorian date, else its first date in another calendar. A date in numbers
 * that may be two days counts where the weekday or the same day in another calendar says which.
 */
export function findDate(line: string, lang: string | undefined): FoundDate | null {
  const written = [
    ...findNamedDates(line, lang),
    ...findNumericDates(line, lang),
    ...findEraDates(line, lang),
    ...findHebrewDates(line, lang),
  ].sort((a, b) => a.start - b.start);
  const gregorian = written.filter(
    (date) => date.calendar === 'gregorian' && isNewsDay(date.year, date.month, date.day),
  );
  const certain = gregorian.find((date) => date.ambiguous === undefined);
  if (certain !== undefined) return certain;

  const weekday = findWeekday(line, lang);
  const others = written.flatMap((date) => {
    const number = date.calendar === 'gregorian' ? null : resolveDay(date.calendar, date, weekday);
    return number === null ? [] : [{ ...date, ...gregorianOf(number), number }];
  });
  const [other] = others;
  const agreeing = gregorian.filter(({ year, month, day }) => {
    const number = dayNumber(year, month, day);
    if (other !== undefined) return Math.abs(other.number - number) <= 1;
    return weekday !== null && new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  });
  if (agreeing.length === 1) return agreeing[0] ?? null;
  return other !== undefined && isNewsDay(other.year, other.month, other.day) ? other : null;
}
