import { findDate } from './calendar-date';
import { findTime } from './clock';
import { foldLine } from './fold-line';
import { writeMoment } from './moment';
import { partByLabels } from './update-labels';
import { findOffset } from './zones';

/** What a line says of when. */
export interface DateLine {
  /** ISO 8601, as precise as the line. */
  readonly moment: string;
  readonly timed: boolean;
  /** The line says when the article was changed, not when it appeared. */
  readonly updated: boolean;
  /** A word for publication or change stands in the line. */
  readonly labelled: boolean;
  /** What the line says beside the date. */
  readonly rest: string;
}

/**
 * Reads a line of text with a date in it, in any language, calendar and digits of the tables; null where it gives no day.
 * Where a line tells of publication and change, publication counts.
 */
export function readDateLine(text: string, lang: string | undefined): DateLine | null {
  // Runs of white space say nothing, and what looks for a date would try each of their places.
  const line = foldLine(text).replace(/\s+/g, ' ');
  const labelled = partByLabels(line);
  const dated = labelled.flatMap(({ text: part, updated }) => {
    const date = findDate(part, lang);
    return date === null ? [] : [{ part, updated, date }];
  });
  const chosen = dated.find(({ updated }) => !updated) ?? dated[0];
  if (chosen === undefined) return null;
  const { part, updated, date } = chosen;
  // A gap of white space keeps what stood on both sides of the date apart.
  const around = (whole: string, start: number, end: number) => `${whole.slice(0, start)}   ${whole.slice(end)}`;
  const within = around(part, date.start, date.end);
  const at = line.indexOf(part);
  const rest = around(line, at + date.start, at + date.end);
  const time = findTime(within, lang) ?? (dated.length === 1 ? findTime(line.slice(0, at), lang) : null);
  const said = { updated, labelled: labelled.some(({ label }) => label), rest };
  if (time === null) return { moment: writeMoment(date), timed: false, ...said };
  const local = { ...date, hour: time.hour, minute: time.minute };
  const offset = findOffset(rest, time.after, local, lang);
  return { moment: writeMoment(date, { hour: time.hour, minute: time.minute, offset }), timed: true, ...said };
}
