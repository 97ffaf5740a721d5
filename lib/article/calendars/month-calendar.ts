/** A calendar given by the lengths of its months: enough to place any of its days on the Gregorian one. */
export interface MonthCalendar {
  readonly firstYear: number;
  readonly lastYear: number;
  /** The day on which the first year begins, in days since 1970-01-01. */
  readonly firstDay: number;
  /** The days of each month of a year; a month that the year does not have is 0 long. */
  readonly monthLengths: (year: number) => readonly number[];
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a Gregorian day. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The Gregorian year, month and day of a number of days since 1970-01-01. */
export function gregorianOf(number: number): { year: number; month: number; day: number } {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days since 1970-01-01 of a day of the calendar; null where the calendar has no such day or does not reach it. */
export function dayNumberIn(calendar: MonthCalendar, year: number, month: number, day: number): number | null {
  const { firstYear, lastYear, firstDay, monthLengths } = calendar;
  if (year < firstYear || year > lastYear) return null;
  const lengths = monthLengths(year);
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  let number = firstDay + day - 1;
  for (let earlier = firstYear; earlier < year; earlier++) number += sum(monthLengths(earlier));
  return number + sum(lengths.slice(0, month - 1));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
