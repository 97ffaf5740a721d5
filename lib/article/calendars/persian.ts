import { dayNumber, type MonthCalendar } from './month-calendar';

const COMMON = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29];
const LEAP = [...COMMON.slice(0, 11), 30];

/**
 * The Solar Hijri calendar of Iran and Afghanistan. Its leap years follow the equinox; in the years here they are those
 * of a cycle of 33, as browsers compute them.
 */
export const PERSIAN: MonthCalendar = {
  firstYear: 1369,
  lastYear: 1428,
  firstDay: dayNumber(1990, 3, 21),
  monthLengths: (year) => ((25 * year + 11) % 33 < 8 ? LEAP : COMMON),
};
