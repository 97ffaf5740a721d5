/** How far apart two dates are that may not say their hour or their zone. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Offsets reach from −12 to +14 hours: a time without one is known to this much. */
const UNKNOWN_OFFSET = 14 * HOUR;

type Instants = readonly [first: number, last: number] | null;

/** Dates that were read, as articles are compared with the same ones again and again; forgotten all at once. */
const known = new Map<string, Instants>();
const MOST_KNOWN = 4096;

/**
 * The stretch of time that an ISO 8601 date, or date and time with or without offset, may mean: first and last
 * instant, in milliseconds since 1970. Null for anything else.
 */
export function instantsOf(date: string): Instants {
  let instants = known.get(date);
  if (instants === undefined) {
    instants = readInstants(date);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(date, instants);
  }
  return instants;
}

function readInstants(date: string): Instants {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(date);
  if (!match) return null;
  const [, day = '', time, offset] = match;
  const start = Date.parse(`${day}T${time ?? '00:00'}${offset ?? 'Z'}`);
  if (Number.isNaN(start)) return null;
  if (!time) return [start - UNKNOWN_OFFSET, start + DAY + UNKNOWN_OFFSET];
  return offset ? [start, start] : [start - UNKNOWN_OFFSET, start + UNKNOWN_OFFSET];
}

/**
 * Days between two dates: positive when `b` is later than `a`, 0 when they may be the same instant, null when either is
 * unknown.
 */
export function daysBetween(a: string | null, b: string | null): number | null {
  const first = a === null ? null : instantsOf(a);
  const second = b === null ? null : instantsOf(b);
  if (!first || !second) return null;
  if (second[0] > first[1]) return (second[0] - first[1]) / DAY;
  if (first[0] > second[1]) return (second[1] - first[0]) / DAY;
  return 0;
}

/** Whole calendar days from the day that `a` names to the one that `b` names; null when either is unknown. */
export function calendarDays(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  const [from, to] = [a.slice(0, 10), b.slice(0, 10)];
  if (from === to && instantsOf(from)) return 0;
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return Number.isNaN(days) ? null : days;
}
