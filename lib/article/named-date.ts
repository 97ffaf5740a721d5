import type { WrittenDate } from './calendar-date';
import { type FoundMonth, findCalendarMonths, findMonths } from './months';
import { yearInCalendar } from './years';

const GAP = String.raw`[\s.,،۔/-]`;
const ORDINAL =
  '(?:st|nd|rd|th|er|re|o|a|u|e|ga|-?го|-?е|-?ше|-?га|-?ші|日|号|號|일|ที่|ই|লা|রা|ঠা|শে|वीं|-?ம்|-?ஆம்|-?ే|ኛ|ی)(?![\\p{L}\\p{M}])';
const DAY_WORD = '(?:गते|तारीख|তারিখ|ቀን)';
const DAY_BEFORE = new RegExp(
  `(?<![\\d:])(\\d{1,2})(?:\\s?${ORDINAL})?${GAP}*(?:${DAY_WORD}\\s*)?(?:(?:de|of|ng|d'|di|a|i|al|e|y|ya|ta)\\s*)?$`,
  'u',
);
/** A second calendar's name for the month, in brackets or after a stroke, may stand before the year; so may a weekday. */
const ASIDE = String.raw`(?:[(/|،-]?\s*[\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?\s*\)?[\s,،]+)?`;
const YEAR_WORD = String.raw`(?:(?:de|del|do|nam|of|ng|г|року|ee|sene|พ\.?ศ\.?|ค\.?ศ\.?|साल|সাল|عام|سنة|سال)\s*)?`;
const YEAR_AFTER = new RegExp(`^${GAP}*${ASIDE}${YEAR_WORD}${GAP}*(\\d{4})(?!\\d)`, 'u');
/** 23-Jun-25, 23 June '25, and in Thai 23 มิ.ย. 68: a year of two digits where it cannot be anything else. */
const SHORT_YEAR_AFTER = /^\s*(?:-|')(\d{2})(?!\d|:|\.\d)/u;
const THAI_YEAR_AFTER = /^\s*(?:พ\.?ศ\.?\s*)?'?(\d{2})(?!\d|:|\.\d)/u;
const DAY_YEAR_AFTER = new RegExp(
  `^${GAP}*(\\d{1,2})(?:${ORDINAL})?(?:\\s?${DAY_WORD})?[\\s.,،/-]+(?:(?:de|of|ng|del)\\s+)?(\\d{4})(?!\\d)`,
  'u',
);
/** Mon Jun 23 18:12:00 IST 2025, as programs write it. */
const CLOCK_YEAR_AFTER = /^\s+(\d{1,2})\s+\d{2}:\d{2}:\d{2}\s+(?:[a-z]{3,5}\s+)?(\d{4})(?!\d)/;
const YEAR_WORD_AFTER = String.raw`(?:-?(?:m|g|gada|ko|eko|\(e\)ko|r|ж|жылғы|жылы|сар|оны|он|yil|il|йил|წლის|թ|წ|年|د)[\s.,]+)?`;
const YEAR_BEFORE = new RegExp(`(?<!\\d)(\\d{4})${GAP}*${YEAR_WORD_AFTER}$`, 'u');
const YEAR_DAY_BEFORE = new RegExp(`(?<!\\d)(\\d{4})${GAP}*${YEAR_WORD_AFTER}(\\d{1,2})${GAP}*$`, 'u');
const DAY_AFTER = new RegExp(`^${GAP}*(\\d{1,2})(?!\\d|:\\d)`, 'u');
/** The first day of a span: "12–14 June" is no day. */
const SPAN_BEFORE = /(?<![\d:.])\d{1,2}\s?(?:st|nd|rd|th|\.)?\s?(?:[–—]|-(?=\d))\s?$/u;

/** Dates with a month's name, in any order: 23 June 2025, June 23, 2025, 2025 June 23, २०८२ असार ९. */
export function findNamedDates(line: string, lang: string | undefined): WrittenDate[] {
  const own = findCalendarMonths(line, lang).flatMap((month) => dateAround(line, month, lang) ?? []);
  const numbered = numberedMonths(line);
  for (const months of numbered.length > 0 ? [numbered] : findMonths(line, lang)) {
    const dates = months.flatMap((month) => dateAround(line, month, lang) ?? []);
    if (dates.length > 0) return [...own, ...dates];
  }
  return own;
}

/** Months that Vietnamese and Mongolian number: "tháng 6", "6-р сарын". */
function numberedMonths(line: string): FoundMonth[] {
  const found = line.matchAll(/(?<!\p{L})(?:thang|thg)\s?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\s?-?\s?р\sсарын(?!\p{L})/gu);
  return [...found].map((match) => ({
    calendar: 'gregorian',
    month: Number(match[1] ?? match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function dateAround(line: string, found: FoundMonth, lang: string | undefined): WrittenDate | null {
  const before = line.slice(0, found.start);
  const after = line.slice(found.end).replace(/^\./, ' ');
  const make = (year: string | undefined, day: string | undefined, start: number, end: number): WrittenDate | null => {
    if (year === undefined || day === undefined || SPAN_BEFORE.test(line.slice(0, start))) return null;
    const dated = yearInCalendar(Number(year), found.calendar, lang);
    return { ...dated, month: found.month, day: Number(day), start, end };
  };
  const dayBefore = DAY_BEFORE.exec(before);
  if (dayBefore !== null) {
    const yearAfter =
      YEAR_AFTER.exec(after) ?? SHORT_YEAR_AFTER.exec(after) ?? (lang === 'th' ? THAI_YEAR_AFTER.exec(after) : null);
    if (yearAfter !== null) return make(yearAfter[1], dayBefore[1], dayBefore.index, found.end + yearAfter[0].length);
  }
  const dayYear = DAY_YEAR_AFTER.exec(after);
  if (dayYear !== null) return make(dayYear[2], dayYear[1], found.start, found.end + dayYear[0].length);
  // The time between day and year stays outside of the date, to be read as one.
  const clockYear = CLOCK_YEAR_AFTER.exec(after);
  if (clockYear !== null) return make(clockYear[2], clockYear[1], found.start, found.end);
  const yearBefore = YEAR_BEFORE.exec(before);
  const dayAfter = DAY_AFTER.exec(after);
  if (yearBefore !== null && dayAfter !== null) {
    return make(yearBefore[1], dayAfter[1], yearBefore.index, found.end + dayAfter[0].length);
  }
  const yearDay = YEAR_DAY_BEFORE.exec(before);
  return yearDay === null ? null : make(yearDay[1], yearDay[2], yearDay.index, found.end);
}
