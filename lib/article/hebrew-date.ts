import type { WrittenDate } from './calendar-date';
import { ADAR, isHebrewLeapYear } from './calendars/hebrew';

/** Month names with their place in the calendar, which has one for the first Adar. */
const MONTHS: readonly (readonly [names: string, month: number])[] = [
  ['תשרי', 1],
  ['מרחשוון', 2],
  ['חשוון', 2],
  ['חשון', 2],
  ['כסליו', 3],
  ['כסלו', 3],
  ['טבת', 4],
  ['שבט', 5],
  ["אדר א'?", 6],
  ["אדר ב'?", ADAR],
  ['אדר', ADAR],
  ['ניסן', 8],
  ['אייר', 9],
  ['סיוון', 10],
  ['סיון', 10],
  ['תמוז', 11],
  ['מנחם אב', 12],
  ['אב', 12],
  ['אלול', 13],
];

/** Letters of each row of values, and the shapes that some take at the end of a word. */
const ROWS: readonly (readonly [unit: number, letters: string])[] = [
  [1, 'אבגדהוזחט'],
  [10, 'יכלמנסעפצ'],
  [10, '-ך-םן--ףץ'],
  [100, 'קרשת'],
];
const VALUES = new Map(
  ROWS.flatMap(([unit, letters]) => [...letters].map((letter, index) => [letter, (index + 1) * unit] as const)),
);

const NAMES = MONTHS.map(([name]) => name).join('|');
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])([א-ל]{1,2}|[א-ל]["']{1,2}[א-ט]?)'?\\s+ב?(${NAMES})(?!\\p{L}),?\\s+(?:ה'?)?(תש[א-ת]?(?:["']{1,2})?[א-ת]?)(?!\\p{L})`,
  'gu',
);

/** Dates of the Hebrew calendar, in letters as it writes numbers: כ"ז בסיוון תשפ"ה. */
export function findHebrewDates(line: string, lang: string | undefined): WrittenDate[] {
  if (lang !== 'he' && lang !== 'yi') return [];
  return [...line.matchAll(DATE)].flatMap((match) => {
    const [whole, day = '', name = '', written = ''] = match;
    const year = 5000 + numberOf(written);
    const month = MONTHS.find(([names]) => new RegExp(`^${names}$`, 'u').test(name))?.[1];
    // A leap year has two months of Adar: without its letter the name is of neither.
    if (month === undefined || (name === 'אדר' && isHebrewLeapYear(year))) return [];
    return [
      { calendar: 'hebrew', year, month, day: numberOf(day), start: match.index, end: match.index + whole.length },
    ];
  });
}

/** The number that letters write; geresh and gershayim do not count. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + (VALUES.get(letter) ?? 0), 0);
}
