import { dayNumber, type MonthCalendar } from './month-calendar';

/**
 * The months of 30 days of the Umm al-Qura calendar, 1410 to 1471: three hexadecimal digits a year, its first month the
 * highest bit. As published by KACST and as browsers have it.
 */
const LONG_MONTHS =
  'da4db2ab94baa5b52ba95b2ab5555c4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29b92ba95d4ada55aaab595749764baa5b' +
  '52b6a56e4db25b52b6a5ad2ae92f49764b6a56acad655d49da4dd16d955aa5b52da95b';
const FIRST_YEAR = 1410;

/**
 * The Islamic calendar as Saudi Arabia computes it. Elsewhere (Pakistan, India, Iran, Morocco) the month begins when the
 * moon is seen, mostly on the same day or a day later: a weekday beside the date tells.
 */
export const ISLAMIC: MonthCalendar = {
  firstYear: FIRST_YEAR,
  lastYear: FIRST_YEAR + LONG_MONTHS.length / 3 - 1,
  firstDay: dayNumber(1989, 8, 3),
  monthLengths: (year) => {
    const at = (year - FIRST_YEAR) * 3;
    const bits = Number.parseInt(LONG_MONTHS.slice(at, at + 3), 16);
    return Array.from({ length: 12 }, (_, month) => 29 + ((bits >> (11 - month)) & 1));
  },
};
