/** The day that a moment falls on where the reader is, as an ISO date. */
export function localDay(instant: string): string {
  const moment = new Date(instant);
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}
