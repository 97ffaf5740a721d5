import { BENGALI } from './bengali';
import { ETHIOPIC } from './ethiopic';
import { HEBREW } from './hebrew';
import { ISLAMIC } from './islamic';
import { dayNumberIn, type MonthCalendar } from './month-calendar';
import { NEPALI } from './nepali';
import { PERSIAN } from './persian';

/** A calendar that news pages date by. */
export type CalendarName = 'gregorian' | 'persian' | 'islamic' | 'hebrew' | 'bengali' | 'nepali' | 'ethiopic';

const CALENDARS: Readonly<Record<Exclude<CalendarName, 'gregorian'>, MonthCalendar>> = {
  persian: PERSIAN,
  islamic: ISLAMIC,
  hebrew: HEBREW,
  bengali: BENGALI,
  nepali: NEPALI,
  ethiopic: ETHIOPIC,
};

/**
 * By how many days a date may fall on another day than computed, likeliest first: where months begin by sight of the
 * moon, and where two countries keep one calendar differently.
 */
const SHIFTS: Readonly<Partial<Record<CalendarName, readonly number[]>>> = {
  islamic: [0, 1, -1],
  bengali: [0, 1, 2],
};

/**
 * Days since 1970-01-01 of a day in a calendar; null where it has no such day. A weekday (0 is Sunday) that the page
 * gives must agree: it tells which of the possible days is meant, and turns away a misreading.
 */
export function resolveDay(
  calendar: Exclude<CalendarName, 'gregorian'>,
  date: { readonly year: number; readonly month: number; readonly day: number },
  weekday: number | null,
): number | null {
  const computed = dayNumberIn(CALENDARS[calendar], date.year, date.month, date.day);
  if (computed === null || weekday === null) return computed;
  const shift = (SHIFTS[calendar] ?? [0]).find((days) => weekdayOf(computed + days) === weekday);
  return shift === undefined ? null : computed + shift;
}

/** The weekday of a number of days since 1970-01-01, a Thursday; 0 is Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}
