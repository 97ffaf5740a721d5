/** When a feed is read next. Depends on the feed and on the clock alone, never on what the reader reads. */
import { hashString } from '../fingerprint/hash';

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
 * The next time for a feed. Every feed has a place of its own within the interval, from its address: a hundred feeds that
 * were chosen in one click are not read in one minute. It is the same in every browser, so that it tells no reader from
 * another; how far the alarm is behind it differs.
 */
export function nextDue(address: string, { now, intervalMinutes, failures, notBefore }: ReadingEnd): number {
  const interval = intervalMinutes * MINUTE;
  const wait = Math.min(LONGEST_WAIT, interval * 2 ** Math.min(failures, 20));
  // At least half the interval passes, so that the first reading and its place do not fall together.
  const earliest = Math.max(
    now + Math.max(interval / 2, wait - interval / 2),
    Math.min(notBefore ?? 0, now + LONGEST_WAIT),
  );
  const place = hashString(address) % interval;
  const behind = (((earliest - place) % interval) + interval) % interval;
  return behind === 0 ? earliest : earliest + interval - behind;
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
