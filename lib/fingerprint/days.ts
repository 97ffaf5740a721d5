/** Days named in the text, as `d:12-14` (month and day), whichever way they are written. */
import { toWesternDigits } from './numbers';
import type { Found, Passage } from './word';

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?!\d|[-./]\d)/;
/** 6月23日, 6월 23일 */
const EAST_ASIAN = /^(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/;
const RANGE_DASH = /^\.?[-–‐−]$/;
/** Between a day and its month may stand "th", "of", "de", "-го". */
const MAX_BETWEEN = 2;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The day that is named from a word on, or null. A weekday, today and yesterday need the day of publication; a weekday
 * is the last one before it or the day itself.
 *
 * @param publishedAt ISO date or date and time, or null where unknown
 */
export function findDay(passage: Passage, start: number, publishedAt: string | null): Found | null {
  const word = passage.words[start]?.word;
  if (!word) return null;
  if (word.digits) {
    return (
      writtenDay(passage, start) ??
      dayAndMonth(passage, start) ??
      firstOfRange(passage, start) ??
      lastOfRange(passage, start)
    );
  }
  if (word.keys.length === 0) return null;
  return monthAndDay(passage, start) ?? relativeDay(word.keys, publishedAt);
}

/** 23.06.2025, 2025-06-23, 06/23/2025, 6月23日 */
function writtenDay({ text, words }: Passage, start: number): Found | null {
  const from = words[start]?.at ?? 0;
  const ahead = toWesternDigits(text.slice(from, from + 16));
  const east = EAST_ASIAN.exec(ahead);
  const iso = ISO.exec(ahead);
  const dayFirst = DAY_FIRST.exec(ahead);
  let key: string | null = null;
  if (east) key = keyOf(Number(east[1]), Number(east[2]));
  else if (iso) key = keyOf(Number(iso[2]), Number(iso[3]));
  // The larger of the two is the day where it can be no month; else the day comes first, as nearly everywhere.
  else if (dayFirst)
    key = keyOf(Number(dayFirst[2]), Number(dayFirst[1])) ?? keyOf(Number(dayFirst[1]), Number(dayFirst[2]));
  const end = from + ((east ?? iso ?? dayFirst)?.[0].length ?? 0);
  if (!key) return null;
  let length = 1;
  while ((words[start + length]?.at ?? Number.POSITIVE_INFINITY) < end) length++;
  return { key, length };
}

function dayAndMonth({ words }: Passage, start: number): Found | null {
  const day = words[start]?.word.number;
  if (!day || !/^\d{1,2}$/.test(day)) return null;
  for (let i = start + 1; i <= start + 1 + MAX_BETWEEN; i++) {
    const word = words[i];
    if (!word || word.word.number !== null) return null;
    const month = monthOf(word.word.keys);
    const key = month ? keyOf(month, Number(day)) : null;
    if (key) return { key, length: i - start + 1 };
    if (word.text.length > 4) return null;
  }
  return null;
}

/** 19–20 June */
function firstOfRange(passage: Passage, start: number): Found | null {
  const later = isRange(passage, start) ? dayAndMonth(passage, start + 1) : null;
  const month = Number(later?.key.slice(2, 4));
  const key = later ? keyOf(month, Number(passage.words[start]?.word.number)) : null;
  return key ? { key, length: 1 } : null;
}

/** June 19–20 */
function lastOfRange(passage: Passage, start: number): Found | null {
  const month = isRange(passage, start - 1) ? monthOf(passage.words[start - 2]?.word.keys ?? []) : null;
  const key = month ? keyOf(month, Number(passage.words[start]?.word.number)) : null;
  return key ? { key, length: 1 } : null;
}

/** Two days with a dash between, the earlier first: 3–1 is a score. */
function isRange({ text, words }: Passage, at: number): boolean {
  const [from, to] = [words[at], words[at + 1]];
  if (!from || !to || !RANGE_DASH.test(text.slice(from.end, to.at))) return false;
  const [first, last] = [from, to].map(({ word }) =>
    /^\d{1,2}$/.test(word.number ?? '') ? Number(word.number) : null,
  );
  return first !== null && first !== undefined && last !== null && last !== undefined && first < last;
}

function monthAndDay({ words }: Passage, start: number): Found | null {
  const month = monthOf(words[start]?.word.keys ?? []);
  const day = words[start + 1]?.word.number;
  const key = month && day && /^\d{1,2}$/.test(day) ? keyOf(month, Number(day)) : null;
  return key ? { key, length: 2 } : null;
}

function relativeDay(keys: readonly string[], publishedAt: string | null): Found | null {
  if (publishedAt === null || !keys.some((key) => key.startsWith('r:') || key.startsWith('d:w'))) return null;
  const published = Date.parse(`${publishedAt.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(published)) return null;
  for (const key of keys) {
    if (key.startsWith('r:')) return { key: keyOfTime(published + Number(key.slice(2)) * DAY_MS), length: 1 };
    if (key.startsWith('d:w')) {
      const back = (new Date(published).getUTCDay() - Number(key.slice(3)) + 7) % 7;
      return { key: keyOfTime(published - back * DAY_MS), length: 1 };
    }
  }
  return null;
}

function monthOf(keys: readonly string[]): number | null {
  const key = keys.find((one) => one.startsWith('d:m'));
  return key ? Number(key.slice(3)) : null;
}

function keyOfTime(time: number): string {
  return `d:${new Date(time).toISOString().slice(5, 10)}`;
}

function keyOf(month: number, day: number): string | null {
  if (day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return null;
  return `d:${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
