import type { WrittenDate } from './calendar-date';
import { yearOfNumbers } from './years';

const YEAR_FIRST =
  /(?<![\d/.-])(\d{4})\s*(?:[-./]|年|년)\s*(?:\([^()\d]{1,4}\d{1,3}年\)\s*)?(\d{1,2})\s*(?:[-./]|月|월)\s*(\d{1,2})(?![\d:])\s*(?:日|일|\.)?/gu;
const YEAR_LAST = /(?<![\d.:/-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}(?!\.\d)|\d{2}(?![.:/-]?\d))(?!\d)/gu;

/** Languages that write the month first, or use both orders: there 06/07/2025 is two days. */
const MIXED_ORDER = ['en', 'fil'];
/** Languages that write the year first: of them a date in numbers with the year last says nothing of its order. */
const YEAR_FIRST_ORDER = ['zh', 'ja', 'ko', 'hu', 'lt', 'mn', 'eu'];
/** Languages whose years are those of an Ethiopian calendar or Gregorian, which numbers alone do not tell. */
const TWO_CALENDARS = ['am', 'ti'];
/** Years of two digits that a news page may carry; read only where the language leaves no doubt of the order. */
const SHORT_YEARS = [10, 49] as const;

/** Dates in numbers. */
export function findNumericDates(line: string, lang: string | undefined): WrittenDate[] {
  if (lang !== undefined && TWO_CALENDARS.includes(lang)) return [];
  return [...yearFirst(line, lang), ...yearLast(line, lang)];
}

function* yearFirst(line: string, lang: string | undefined): Generator<WrittenDate> {
  for (const match of line.matchAll(YEAR_FIRST)) {
    const [whole, year, month, day] = match;
    const dated = yearOfNumbers(Number(year), lang);
    yield { ...dated, month: Number(month), day: Number(day), start: match.index, end: match.index + whole.length };
  }
}

function* yearLast(line: string, lang: string | undefined): Generator<WrittenDate> {
  for (const match of line.matchAll(YEAR_LAST)) {
    const [whole, first, separator, second, written = ''] = match;
    const numbers = [Number(first), Number(second)] as const;
    const order = orderOf(numbers, separator === '.', lang);
    const short = written.length === 2;
    if (short && !(order === 'day first' && isShortYear(Number(written), lang))) continue;
    const at = { start: match.index, end: match.index + whole.length };
    const dated = yearOfNumbers(short ? shortYear(Number(written), lang) : Number(written), lang);
    if (order !== 'month first') {
      yield { ...dated, day: numbers[0], month: numbers[1], ...at, ...(order === null ? { ambiguous: true } : {}) };
    }
    if (order !== 'day first') {
      yield { ...dated, day: numbers[1], month: numbers[0], ...at, ...(order === null ? { ambiguous: true } : {}) };
    }
  }
}

type Order = 'day first' | 'month first' | null;

function orderOf([a, b]: readonly [number, number], dotted: boolean, lang: string | undefined): Order {
  if (b > 12) return 'month first';
  if (a > 12 || a === b) return 'day first';
  if (lang === undefined || MIXED_ORDER.includes(lang)) return dotted ? 'day first' : null;
  return YEAR_FIRST_ORDER.includes(lang) ? null : 'day first';
}

function isShortYear(year: number, lang: string | undefined): boolean {
  if (lang === undefined || MIXED_ORDER.includes(lang) || YEAR_FIRST_ORDER.includes(lang)) return false;
  const [first, last] = SHORT_YEARS;
  return lang === 'th' ? year >= 43 + first : year >= first && year <= last;
}

function shortYear(year: number, lang: string | undefined): number {
  return lang === 'th' ? year + 2500 : year + 2000;
}
