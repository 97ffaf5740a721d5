import { baseLanguage } from '../lib/languages/base-language';
import type { Report } from '../lib/match/types';

/** Reports by language and day, for the table of who covers an event. */
export interface CoverageDays {
  /** ISO days, rising; those between without a report too, where they are few. */
  readonly days: readonly string[];
  readonly rows: readonly CoverageRow[];
  /** The first day with a report. */
  readonly first: string | null;
  /** Whether some reports have no date. */
  readonly undated: boolean;
}

export interface CoverageRow {
  readonly lang: string;
  /** Number of reports on each of the days. */
  readonly counts: readonly number[];
  readonly undated: number;
}

/** More columns than this do not fit beside an article: then days without a report are left out. */
const MOST_DAYS = 8;
const DAY_MS = 86_400_000;

/** @param languages the order of the rows; languages without a report get none */
export function coverageDays(reports: readonly Report[], languages: readonly string[]): CoverageDays {
  const dated = reports.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 10)]));
  const days = [...new Set(dated)].sort();
  const [first = null] = days;
  const shown = first === null ? [] : filled(first, days);
  const rows = languages.flatMap((lang): CoverageRow[] => {
    const own = reports.filter((report) => baseLanguage(report.lang) === lang);
    if (own.length === 0) return [];
    const counts = shown.map((day) => own.filter(({ date }) => date?.slice(0, 10) === day).length);
    return [{ lang, counts, undated: own.filter(({ date }) => date === null).length }];
  });
  return { days: shown, rows, first, undated: rows.some(({ undated }) => undated > 0) };
}

function filled(first: string, days: readonly string[]): readonly string[] {
  const length = (Date.parse(days.at(-1) ?? first) - Date.parse(first)) / DAY_MS + 1;
  if (!(length <= MOST_DAYS)) return days;
  return Array.from({ length }, (_, at) => new Date(Date.parse(first) + at * DAY_MS).toISOString().slice(0, 10));
}
