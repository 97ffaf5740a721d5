/** Lines of GKG 2.1 for tests, as GDELT writes them. */
import type { Sample } from './samples.testing';

/** What a program found in a report. */
export interface GkgFinds {
  /** The language that the report was translated from, in three letters; empty where it is English. */
  readonly translatedFrom: string;
  readonly persons: readonly string[];
  /** As in `4#Moscow, Moskva, Russia#RS#RS48#25108#55.7522#37.6156#-2960561`: type, names, codes, where it lies. */
  readonly place: string;
}

/** A report as a line: names with the places where they stand in the text. */
export function gkgLine(
  report: Omit<Sample, 'text'>,
  number: number,
  { translatedFrom, persons, place }: GkgFinds,
): string {
  const columns: string[] = new Array(27).fill('');
  const day = report.date.slice(0, 10).replaceAll('-', '');
  const digits = `${report.date.slice(0, 16).replace(/\D/g, '')}00`;
  columns[0] = `${day}180000-${translatedFrom === '' ? '' : 'T'}${number}`;
  columns[1] = `${day}180000`;
  columns[2] = '1';
  columns[3] = new URL(report.url).host;
  columns[4] = report.url;
  columns[7] = 'LEADER;TAX_FNCACT_MINISTER;';
  columns[8] = 'LEADER,20;TAX_FNCACT_MINISTER,60;';
  // The codes of districts are in the second list alone.
  columns[9] = place.replace(/^((?:[^#]*#){4})[^#]*#/, '$1');
  columns[10] = `${place}#35`;
  columns[11] = persons.join(';').toLowerCase();
  columns[12] = persons.map((name, i) => `${name},${20 + 30 * i}`).join(';');
  columns[15] = '-1.2,0.9,2.1,3.0,18.5,0.4,320';
  columns[25] = translatedFrom === '' ? '' : `srclc:${translatedFrom};eng:GT 1.0`;
  columns[26] = `<PAGE_PRECISEPUBTIMESTAMP>${digits}</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>${report.title}</PAGE_TITLE>`;
  return `${columns.join('\t')}\n`;
}
