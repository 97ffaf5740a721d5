import { describe, expect, it } from 'vitest';
import type { Report } from '../lib/match/types';
import { coverageDays } from './coverage-days';

function report(lang: string, date: string | null): Report {
  return { lang, date, outlet: 'o', url: 'https://o.example/', headline: null };
}

describe('coverageDays', () => {
  it('counts reports by language and day, days between included', () => {
    const reports = [report('ru', '2025-06-23'), report('bn-BD', '2025-06-25'), report('bn', '2025-06-25')];
    expect(coverageDays(reports, ['bn', 'ru', 'ta'])).toEqual({
      days: ['2025-06-23', '2025-06-24', '2025-06-25'],
      rows: [
        { lang: 'bn', counts: [0, 0, 2], undated: 0 },
        { lang: 'ru', counts: [1, 0, 0], undated: 0 },
      ],
      first: '2025-06-23',
      undated: false,
    });
  });

  it('leaves out days without a report where they are many', () => {
    const { days } = coverageDays([report('ru', '2025-06-01'), report('ru', '2025-06-20')], ['ru']);
    expect(days).toEqual(['2025-06-01', '2025-06-20']);
  });

  it('counts reports without a date apart', () => {
    const { days, rows, first, undated } = coverageDays([report('ru', null)], ['ru']);
    expect({ days, first, undated }).toEqual({ days: [], first: null, undated: true });
    expect(rows[0]?.undated).toBe(1);
  });
});
