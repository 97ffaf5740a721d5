/** How long before or after an article a report appeared. */
export interface TimeApart {
  readonly unit: 'hours' | 'days';
  /** Never negative. */
  readonly count: number;
  readonly before: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Hours are counted up to a day, where both sides say the hour. */
const MOST_HOURS = 24;

/**
 * From the article to the report; null where one of them has no date. Two days of the calendar are compared as days,
 * whatever the zones: nobody knows the hour.
 *
 * @param report ISO date or date and time
 * @param article ISO date or date and time
 */
export function timeApart(report: string | null, article: string | null): TimeApart | null {
  if (report === null || article === null) return null;
  if (isMoment(report) && isMoment(article)) {
    const hours = Math.round((Date.parse(report) - Date.parse(article)) / HOUR_MS);
    if (Math.abs(hours) <= MOST_HOURS) return apart('hours', hours);
  }
  const days = (Date.parse(report.slice(0, 10)) - Date.parse(article.slice(0, 10))) / DAY_MS;
  return Number.isFinite(days) ? apart('days', Math.round(days)) : null;
}

function apart(unit: TimeApart['unit'], signed: number): TimeApart {
  return { unit, count: Math.abs(signed), before: signed < 0 };
}

/** A time whose zone is known. */
function isMoment(iso: string): boolean {
  return /T[^T]*(?:Z|[+-]\d{2}:\d{2})$/.test(iso) && Number.isFinite(Date.parse(iso));
}
