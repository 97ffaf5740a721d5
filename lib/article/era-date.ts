import type { WrittenDate } from './calendar-date';
import { dayNumber } from './calendars/month-calendar';

/** Eras by which Japan and Taiwan count years: the Gregorian year before their first, and the days they reach. */
const ERAS: readonly { names: string; before: number; first: number; last: number }[] = [
  { names: '令和', before: 2018, first: dayNumber(2019, 5, 1), last: Number.POSITIVE_INFINITY },
  { names: '平成', before: 1988, first: dayNumber(1989, 1, 8), last: dayNumber(2019, 4, 30) },
  { names: '民國|民国', before: 1911, first: dayNumber(1912, 1, 1), last: Number.POSITIVE_INFINITY },
];
const INITIALS: Readonly<Record<string, string>> = { r: '令和', h: '平成' };

const DATE = String.raw`\s*(元|\d{1,3})\s*(?:年|[./-])\s*(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})(?!\d)\s*日?`;
const NAMED = new RegExp(`(${ERAS.map(({ names }) => names).join('|')})${DATE}`, 'gu');
const INITIALED = new RegExp(`(?<![\\p{L}\\p{N}])([rh])${DATE}`, 'gu');
/** A year of three digits can only be Taiwan's. */
const TAIWANESE = /(?<!\d)(1[0-3]\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu;

/** Dates by an era: 令和7年6月23日, R7.6.23, 民國114年6月23日. */
export function findEraDates(line: string, lang: string | undefined): WrittenDate[] {
  const found = [...line.matchAll(NAMED)].flatMap((match) => toDate(match, match[1], match.slice(2)) ?? []);
  const initialed = lang === 'ja' ? [...line.matchAll(INITIALED)] : [];
  const unnamed = lang === 'zh' && found.length === 0 ? [...line.matchAll(TAIWANESE)] : [];
  return [
    ...found,
    ...initialed.flatMap((match) => toDate(match, INITIALS[match[1] ?? ''], match.slice(2)) ?? []),
    ...unnamed.flatMap((match) => toDate(match, '民國', match.slice(1)) ?? []),
  ];
}

function toDate(match: RegExpExecArray, name: string | undefined, numbers: readonly string[]): WrittenDate | null {
  const era = name === undefined ? undefined : ERAS.find(({ names }) => names.split('|').includes(name));
  if (era === undefined) return null;
  const [yearOfEra, month, day] = numbers.map((number) => (number === '元' ? 1 : Number(number)));
  if (yearOfEra === undefined || month === undefined || day === undefined) return null;
  const year = era.before + yearOfEra;
  const number = dayNumber(year, month, day);
  if (number < era.first || number > era.last) return null;
  return { calendar: 'gregorian', year, month, day, start: match.index, end: match.index + match[0].length };
}
