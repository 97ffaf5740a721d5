/** Whether this device's clock can be believed: what is kept, and for how long, hangs on it. */

const HOUR = 60 * 60_000;
/** Servers, and caches before them, are hours off. What is further apart is not of one time. */
const APART = 48 * HOUR;
/** A feed that was read within this time vouches for the clock: it would not be so near after a jump. */
const RECENT = 24 * HOUR;

/** `unknown`: nobody says. Then what comes is taken in, but nothing is let go. */
export type ClockVerdict = 'right' | 'wrong' | 'unknown';

/**
 * Judges the clock by when feeds were last read, else by what time it is for the servers that have just answered: the more of
 * them decide, since one may be wrong itself.
 *
 * @param servers what time it was for each of them; null where one did not say
 * @param readAt when feeds were last read well
 */
export function judgeClock(
  now: number,
  servers: readonly (number | null)[],
  readAt: readonly (number | null)[],
): ClockVerdict {
  if (readAt.some((time) => time !== null && time <= now && now - time < RECENT)) return 'right';
  const told = servers.filter((time) => time !== null);
  const near = told.filter((time) => Math.abs(time - now) < APART).length;
  if (told.length === 0) return 'unknown';
  return near * 2 >= told.length ? 'right' : 'wrong';
}

/** What time it is for a server, from its answer's headers; a cache says by `Age` how old what it passes on is. */
export function serverTimeOf(date: string | null, age: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(time)) return null;
  return age !== null && /^\d{1,9}$/.test(age) ? time + Number(age) * 1000 : time;
}
