import { dayNumber, type MonthCalendar } from './month-calendar';

/**
 * Days of the months of the Bikram Sambat as Nepal keeps it, a line a year from 2071: the last digit of each length
 * (9 is 29, 0 to 2 are 30 to 32). No rule gives them: each year's calendar is published before it begins. Up to 2083 they
 * are the published ones. From 2084 on they are computed: a month begins on the day at whose end the sun of the Surya
 * Siddhanta has entered its sign, by midnight in Kathmandu, the fourth a few hours earlier and the tenth later. That gives
 * all of 2070 to 2083 right; a later year may still change by a day when it is published.
 */
const LENGTHS = [
  '112111090900', // 2071
  '121210090900',
  '121210009901',
  '111211090900',
  '112111090900', // 2075
  '121210009900',
  '121210009091',
  '111211090900',
  '112111090900',
  '121210009900', // 2080
  '121210009091',
  '112111090900',
  '112111090900',
  '121210009901',
  '021210009091', // 2085
  '112111090900',
  '112210090900',
  '121210009901',
  '021210009091',
  '112111090900', // 2090
  '112210090900',
  '121210009901',
];
const FIRST_YEAR = 2071;

/** The Bikram Sambat of Nepal. */
export const NEPALI: MonthCalendar = {
  firstYear: FIRST_YEAR,
  lastYear: FIRST_YEAR + LENGTHS.length - 1,
  firstDay: dayNumber(2014, 4, 14),
  monthLengths: (year) =>
    [...(LENGTHS[year - FIRST_YEAR] ?? '')].map((digit) => (digit === '9' ? 29 : 30 + Number(digit))),
};
