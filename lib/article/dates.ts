import { isNewsDay } from './calendar-date';
import { readDateLine } from './date-line';
import { asciiDigits } from './digits';
import { primarySubtag } from './language';
import { writeMoment } from './moment';
import { isProse } from './text';
import type { DateClue, DateSource } from './types';

const TRUST: Readonly<Record<DateSource, number>> = { 'json-ld': 0, meta: 1, time: 2, text: 3 };
const MAX_LENGTH = 200;

/** What a clue says of when, and whether of a change. */
interface Reading {
  readonly moment: string;
  readonly updated: boolean;
}

/**
 * When the article appeared, from what the page says, most trusted place first: ISO 8601 to the minute, as precise as
 * the page and no more (a date alone, or a time without an offset, stays so), or null. A page that gives the day in its
 * metadata and the time beside the headline gives both.
 */
export function resolvePublishedAt(clues: readonly DateClue[], options: { lang?: string } = {}): string | null {
  const lang = primarySubtag(options.lang ?? null) ?? undefined;
  const readings = clues.flatMap((clue) => {
    const reading = readClue(clue, lang);
    if (reading === null) return [];
    return [{ ...reading, rank: (reading.updated ? 10 : 0) + (clue.beforeHeadline ? 5 : 0) + TRUST[clue.source] }];
  });
  let day: string | null = null;
  for (const { moment, updated } of readings.sort((a, b) => a.rank - b.rank)) {
    if (day !== null && updated) break;
    if (moment.length > 10 && (day === null || moment.startsWith(day))) return moment;
    day ??= moment;
  }
  return day;
}

function readClue(clue: DateClue, lang: string | undefined): Reading | null {
  if (clue.text.length > MAX_LENGTH) return null;
  const changed = clue.modified === true;
  const machine = clue.source === 'text' ? null : readMachineDate(clue.text);
  if (machine !== null) return { moment: machine, updated: changed };
  const line = readDateLine(clue.text, lang);
  if (line === null) return null;
  const reading = { moment: line.moment, updated: changed || line.updated };
  if (clue.source !== 'text') return reading;
  const letters = line.rest.match(/\p{L}/gu)?.length ?? 0;
  // Above the headline a site shows today's date, with the weekday or the time: only a bare date there is the article's.
  if (clue.beforeHeadline) return line.timed || letters > 0 ? null : reading;
  // A line that also says much else is about something that happened on that day.
  const telling = line.timed || line.labelled;
  if (isProse(clue.text) && letters > (telling ? 40 : 25)) return null;
  return letters <= (telling ? 90 : 50) ? reading : null;
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
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isNewsDay(date.year, date.month, date.day)) return null;
  if (hour === undefined || minute === undefined) return writeMoment(date);
  if (Number(hour) > 23 || Number(minute) > 59) return writeMoment(date);
  // Midnight to the second is how a program writes "no time known".
  if (hour === '00' && minute === '00' && (second ?? '00') === '00') return writeMoment(date);
  const ahead = Number(offsetHour) * 60 + Number(offsetMinute ?? 0);
  const offset = utc ? 0 : sign ? (sign === '-' ? -ahead : ahead) : null;
  return writeMoment(date, { hour: Number(hour), minute: Number(minute), offset });
}
