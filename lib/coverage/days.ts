/** Days of the live index: UTC days, `YYYY-MM-DD`. */

const DAY = 24 * 60 * 60_000;

/** The day of a moment. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The first of so many days, today being the last. */
export function oldestDay(now: number, days: number): string {
  return dayOf(now - (days - 1) * DAY);
}
