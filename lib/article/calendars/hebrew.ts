import { dayNumber, type MonthCalendar } from './month-calendar';

/** The month of Adar: in a leap year the first Adar stands before it. */
export const ADAR = 7;
const FIRST_ADAR = 6;

/** Whether a year of the Hebrew calendar has two months of Adar. */
export function isHebrewLeapYear(year: number): boolean {
  return (7 * year + 1) % 19 < 7;
}

/** Days from the first new year to that of a year, by the mean new moon and the weekdays it is kept off. */
function elapsedDays(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const days = 29 * months + Math.floor(parts / 25_920);
  return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

/** The same, with the two postponements that keep every year of a lawful length. */
function newYear(year: number): number {
  const [last, here, next] = [elapsedDays(year - 1), elapsedDays(year), elapsedDays(year + 1)];
  if (next - here === 356) return here + 2;
  return here - last === 382 ? here + 1 : here;
}

/**
 * The Hebrew calendar, months counted from Tishri, with a place for the first Adar in every year (0 days long in common
 * years). The arithmetic is that of Dershowitz and Reingold, Calendrical Calculations.
 */
export const HEBREW: MonthCalendar = {
  firstYear: 5750,
  lastYear: 5809,
  firstDay: dayNumber(1989, 9, 30),
  monthLengths: (year) => {
    const days = newYear(year + 1) - newYear(year);
    const lengths = [30, 29, 30, 29, 30, 0, 29, 30, 29, 30, 29, 30, 29];
    if (isHebrewLeapYear(year)) lengths[FIRST_ADAR - 1] = 30;
    if (days % 10 === 5) lengths[1] = 30;
    if (days % 10 === 3) lengths[2] = 29;
    return lengths;
  },
};
