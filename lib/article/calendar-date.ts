import { findMonths } from './months';

/** A day of the Gregorian calendar, and where in the line it stands. */
export interface FoundDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Years a news page may carry. Buddhist years (2568) and those of the Islamic, Persian and Bengali calendars (1447,
 * 1404, 1432) fall outside; the Nepali year (2082) is 57 ahead, so a year past mid-century is not taken for Gregorian.
 */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2049;

/** Whether the three numbers are a day of the Gregorian calendar that a news page may carry. */
export function isNewsDay(year: number, month: number, day: number, lastYear = LAST_YEAR): boolean {
  if (year < FIRST_YEAR || year > lastYear || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first Gregorian day in a line of lower-case text with digits 0 to 9. */
export function findDate(line: string, lang: string | undefined): FoundDate | null {
  const found = [...dayMonthYear(line, lang), ...numeric(line, lang)];
  found.sort((a, b) => a.start - b.start);
  return found.find((date) => isNewsDay(date.year, date.month, date.day)) ?? null;
}

const DAY_BEFORE =
  /(?<!\d)(\d{1,2})(?:\s?(?:st|nd|rd|th|er|ª|º|°|-?го|-?е|ú|일|号|ที่))?[\s.,،/-]*(?:(?:de|of|ng|d['’]|a|i|al|e)\s*)?$/u;
const YEAR_AFTER =
  /^[\s.,،/'’-]*(?:[(/|،-]?\s*[\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?\s*\)?\s)?(?:(?:de|del|năm|of|г|року|ee|sene)\s+)?[\s.,،/-]*(\d{4})(?!\d)/u;
const DAY_YEAR_AFTER = /^[\s.,،/-]*(\d{1,2})(?:st|nd|rd|th|ஆம்|-?ე)?[\s.,،/-]+(?:(?:de|of|ng)\s+)?(\d{4})(?!\d)/u;
const YEAR_BEFORE = /(?<!\d)(\d{4})[\s.,،/-]*(?:(?:m|g|gada|ko|r|ж|жылғы|ජනවාරි|сар|оны)[\s.,]+)?$/u;
const DAY_AFTER = /^[\s.,،/-]*(\d{1,2})(?!\d)/u;

/** Dates with a month's name: 23 June 2025, June 23, 2025, 2025 June 23. */
function* dayMonthYear(line: string, lang: string | undefined): Generator<FoundDate> {
  const numbered = [...line.matchAll(/tháng\s+(\d{1,2})(?!\d)/g)].map((match) => ({
    month: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const { month, start, end } of numbered.length > 0 ? numbered : findMonths(line, lang)) {
    const before = line.slice(0, start);
    const after = line.slice(end).replace(/^\./, ' ');
    const dayBefore = DAY_BEFORE.exec(before);
    const yearAfter = YEAR_AFTER.exec(after);
    if (dayBefore?.[1] !== undefined && yearAfter?.[1] !== undefined) {
      yield {
        year: Number(yearAfter[1]),
        month,
        day: Number(dayBefore[1]),
        start: dayBefore.index,
        end: end + yearAfter[0].length,
      };
      continue;
    }
    const dayYear = DAY_YEAR_AFTER.exec(after);
    if (dayYear?.[1] !== undefined) {
      yield { year: Number(dayYear[2]), month, day: Number(dayYear[1]), start, end: end + dayYear[0].length };
      continue;
    }
    const yearBefore = YEAR_BEFORE.exec(before);
    const dayAfter = DAY_AFTER.exec(after);
    if (yearBefore?.[1] !== undefined && dayAfter?.[1] !== undefined) {
      yield {
        year: Number(yearBefore[1]),
        month,
        day: Number(dayAfter[1]),
        start: yearBefore.index,
        end: end + dayAfter[0].length,
      };
    }
  }
}

const YEAR_FIRST = /(?<!\d)(\d{4})\s*(?:[-./]|年|년)\s*(\d{1,2})\s*(?:[-./]|月|월)\s*(\d{1,2})(?!\d)\s*(?:日|일|\.)?/gu;
const YEAR_LAST = /(?<![\d.:])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/gu;

/** Dates in numbers. 06/07/2025 is two dates in English, so it is none there; elsewhere the day comes first. */
function* numeric(line: string, lang: string | undefined): Generator<FoundDate> {
  for (const match of line.matchAll(YEAR_FIRST)) {
    const [whole, year, month, day] = match;
    yield {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      start: match.index,
      end: match.index + whole.length,
    };
  }
  for (const match of line.matchAll(YEAR_LAST)) {
    const [whole, a, separator, b, year] = match;
    const first = Number(a);
    const second = Number(b);
    const dayFirst =
      separator === '.' || first > 12 || first === second || (lang !== undefined && lang !== 'en' && second <= 12);
    const monthFirst = second > 12;
    if (!dayFirst && !monthFirst) continue;
    const [day, month] = dayFirst ? [first, second] : [second, first];
    yield { year: Number(year), month, day, start: match.index, end: match.index + whole.length };
  }
}
