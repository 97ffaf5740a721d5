import { findDate, isNewsDay } from './calendar-date';
import { findTime } from './clock';
import { asciiDigits, asciiHanDate } from './digits';
import { isProse } from './text';
import type { DateClue, DateSource } from './types';

const TRUST: Readonly<Record<DateSource, number>> = { 'json-ld': 0, meta: 1, time: 2, text: 3 };
const MAX_LENGTH = 200;

/**
 * When the article appeared, from what the page says, most trusted place first: ISO 8601 to the minute, as precise as
 * the page and no more (a date alone, or a time without an offset, stays so), or null. A page that gives the day in its
 * metadata and the time beside the headline gives both.
 */
export function resolvePublishedAt(clues: readonly DateClue[], options: { lang?: string } = {}): string | null {
  const rank = (clue: DateClue) => (clue.modified ? 10 : 0) + (clue.beforeHeadline ? 5 : 0) + TRUST[clue.source];
  let day: string | null = null;
  for (const clue of [...clues].sort((a, b) => rank(a) - rank(b))) {
    if (day !== null && clue.modified) break;
    const moment = readClue(clue, options.lang);
    if (moment === null) continue;
    if (moment.length > 10 && (day === null || moment.startsWith(day))) return moment;
    day ??= moment;
  }
  return day;
}

function readClue(clue: DateClue, lang: string | undefined): string | null {
  if (clue.text.length > MAX_LENGTH) return null;
  if (clue.source !== 'text') return readMachineDate(clue.text) ?? readLine(clue.text, lang)?.moment ?? null;
  const line = readLine(clue.text, lang);
  if (line === null) return null;
  const letters = line.rest.match(/\p{L}/gu)?.length ?? 0;
  // Above the headline a site shows today's date, with the weekday or the time: only a bare date there is the article's.
  if (clue.beforeHeadline) return line.timed || letters > 0 ? null : line.moment;
  // A line that also says much else is about something that happened on that day.
  if (isProse(clue.text) && letters > 40) return null;
  return letters <= (line.timed ? 90 : 50) ? line.moment : null;
}

const ISO =
  /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:(?:T|\s+)(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?)?\s*(?:\[[\w/+-]*\])?\s*$/i;

/** An ISO date with its common variations, or the bare digits of one, or the seconds since 1970. */
export function readMachineDate(text: string): string | null {
  const seconds = /^\s*(\d{10})(?:\d{3})?\s*$/.exec(text)?.[1];
  if (seconds !== undefined) return readMachineDate(new Date(Number(seconds) * 1000).toISOString());
  const match = ISO.exec(asciiDigits(text));
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute, second, utc, sign, offsetHour, offsetMinute] = match;
  if (!isNewsDay(Number(year), Number(month), Number(day), 2100)) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return date;
  // Midnight to the second is how a program writes "no time known".
  if (hour === '00' && minute === '00' && (second ?? '00') === '00') return date;
  const offset = utc
    ? 0
    : sign
      ? (Number(offsetHour) * 60 + Number(offsetMinute ?? 0)) * (sign === '-' ? -1 : 1)
      : null;
  return `${date}T${hour}:${minute}${writeOffset(offset)}`;
}

interface ReadLine {
  readonly moment: string;
  readonly timed: boolean;
  /** What the line says beside the date. */
  readonly rest: string;
}

function readLine(text: string, lang: string | undefined): ReadLine | null {
  const line = asciiHanDate(asciiDigits(text.normalize('NFKC').normalize('NFC')))
    .toLowerCase()
    .replace(/[\u200E\u200F\u0640]/g, '');
  const date = findDate(line, lang);
  if (date === null) return null;
  // A gap of white space keeps what stood on both sides of the date apart.
  const rest = `${line.slice(0, date.start)}   ${line.slice(date.end)}`;
  const time = findTime(rest, lang);
  const day = `${date.year}-${pad(date.month)}-${pad(date.day)}`;
  const clock = time === null ? '' : `T${pad(time.hour)}:${pad(time.minute)}${writeOffset(time.offset)}`;
  return { moment: day + clock, timed: time !== null, rest };
}

function writeOffset(offset: number | null): string {
  if (offset === null || Math.abs(offset) > 14 * 60) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
