import { dayNumber, type MonthCalendar } from './month-calendar';

/** The calendar of Ethiopia: twelve months of 30 days, and five days after them, or six before a leap year. */
export const ETHIOPIC: MonthCalendar = {
  firstYear: 1982,
  lastYear: 2041,
  firstDay: dayNumber(1989, 9, 11),
  monthLengths: (year) => [...Array.from({ length: 12 }, () => 30), year % 4 === 3 ? 6 : 5],
};
