/**
 * Dates of articles of one day, 32 bits each: what is written (nothing, the day, minutes, seconds), the seconds of the day,
 * and the offset in quarters of an hour. What does not come out again as it was goes into a table of texts.
 *
 * ```
 * 0–2 what is written   3–19 seconds   20–21 no offset, Z, or hours and minutes   22–28 the offset + 64
 * ```
 */

const NOTHING = 0;
const DAY = 1;
const MINUTES = 2;
const SECONDS = 3;
const VERBATIM = 7;
const QUARTER = 15 * 60;

/** The day that an article belongs to: an ISO date that is one. Null for all else. */
export function dayOf(date: string | null): string | null {
  const day = date?.slice(0, 10) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/**
 * Packs a date.
 * @param day of the shard, null for articles without one
 * @param texts table of texts, which grows
 */
export function packDate(date: string | null, day: string | null, texts: string[]): number {
  if (date === null) return NOTHING;
  const code = date === day ? DAY : packTime(date);
  if (code !== null && unpackDate(code, day, []) === date) return code;
  let at = texts.indexOf(date);
  if (at < 0) at = texts.push(date) - 1;
  return VERBATIM | (at << 3);
}

/** The date as it was written; undefined where there is no such text. */
export function unpackDate(code: number, day: string | null, texts: readonly string[]): string | null | undefined {
  const written = code & 7;
  if (written === NOTHING) return null;
  if (written === VERBATIM) return texts[code >>> 3];
  if (written === DAY) return day ?? undefined;
  const seconds = (code >>> 3) & 0x1ffff;
  const clock = `${day}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  return `${clock}${written === SECONDS ? `:${two(seconds % 60)}` : ''}${offsetText((code >>> 20) & 3, code >>> 22)}`;
}

function packTime(date: string): number | null {
  const match = /T(\d{2}):(\d{2})(?::(\d{2}))?(Z|([+-])(\d{2}):(\d{2}))?$/.exec(date);
  if (!match) return null;
  const [, hour, minute, second, offset, sign, hours, minutes] = match;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  if (seconds > 0x1ffff) return null;
  const quarters = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60) / QUARTER;
  const kind = offset === undefined ? 0 : sign === undefined ? 1 : 2;
  const shifted = 64 + (sign === '-' ? -quarters : quarters);
  if (!Number.isInteger(shifted) || shifted < 0 || shifted > 127) return null;
  return (second === undefined ? MINUTES : SECONDS) | (seconds << 3) | (kind << 20) | (shifted << 22);
}

function offsetText(kind: number, shifted: number): string {
  if (kind === 0) return '';
  if (kind === 1) return 'Z';
  const quarters = Math.abs(shifted - 64);
  return `${shifted < 64 ? '-' : '+'}${two(quarters / 4)}:${two((quarters % 4) * 15)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
