import { dayNumber, type MonthCalendar } from './month-calendar';

/**
 * The Bengali calendar of Bangladesh. Its year begins on 14 April; since the revision of 2019 (1426) six months have 31
 * days and Falgun 29, in a Gregorian leap year 30; before it five months had 31 and Falgun 30 or 31. West Bengal keeps the
 * sidereal calendar: its months begin on the same day or up to two days later, which a weekday beside the date tells.
 */
export const BENGALI: MonthCalendar = {
  firstYear: 1397,
  lastYear: 1456,
  firstDay: dayNumber(1990, 4, 14),
  monthLengths: (year) => {
    const leap = isLeapYear(year + 594) ? 1 : 0;
    return year >= 1426
      ? [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29 + leap, 30]
      : [31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30 + leap, 30];
  },
};

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
