/** When a feed is read next. Depends on the feed and on the clock alone, never on what the reader reads. */

const MINUTE = 60_000;
/** A feed that fails is tried again after twice the time each time, up to this. */
const LONGEST_WAIT = 24 * 60 * MINUTE;

export interface ReadingEnd {
  readonly now: number;
  readonly intervalMinutes: number;
  /** Readings that have failed in a row, this one among them. */
  readonly failures: number;
  /** Before this the server does not want to be asked again; null where it does not say. */
  readonly notBefore: number | null;
}

/**
 * The next time for a feed: drawn anew for each reading, up to half the interval before or after the interval has passed. A
 * hundred feeds that were chosen in one click are spread over it, no minute of the hour is every reader's, and none is one
 * reader's own, by which an outlet could know them again at another network address.
 *
 * @param drawn a number from 0 to 1
 */
export function nextDue({ now, intervalMinutes, failures, notBefore }: ReadingEnd, drawn = Math.random()): number {
  const interval = intervalMinutes * MINUTE;
  const wait = Math.min(LONGEST_WAIT, interval * 2 ** Math.min(failures, 20));
  const earliest = Math.max(now + wait - interval / 2, Math.min(notBefore ?? 0, now + LONGEST_WAIT));
  return Math.round(earliest + drawn * interval);
}

/**
 * When a server wants to be asked again, from its answer's headers: `Retry-After`, else how long it says its answer holds.
 * Null where it does not say.
 */
export function notBeforeOf(retryAfter: string | null, cacheControl: string | null, now: number): number | null {
  if (retryAfter !== null) {
    const until = /^\d{1,9}$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter);
    return until > now ? until : null;
  }
  const age = /\bmax-age=(\d{1,9})\b/.exec(cacheControl ?? '')?.[1];
  return age === undefined || Number(age) === 0 ? null : now + Number(age) * 1000;
}
