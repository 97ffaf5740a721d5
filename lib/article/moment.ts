/** A day of the Gregorian calendar. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day, with minutes east of UTC where they are known. */
interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly offset: number | null;
}

const LONGEST_OFFSET = 14 * 60;

/** ISO 8601 to the minute: a date, with its time and offset where they are known. */
export function writeMoment({ year, month, day }: Day, time?: Time): string {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return time === undefined ? date : `${date}T${pad(time.hour)}:${pad(time.minute)}${writeOffset(time.offset)}`;
}

function writeOffset(offset: number | null): string {
  if (offset === null || Math.abs(offset) > LONGEST_OFFSET) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
