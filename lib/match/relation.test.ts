import { describe, expect, it } from 'vitest';
import { caseOf, contradictionsOf, probabilityOf, relationOf } from './relation';
import { calendarDays, daysBetween, instantsOf } from './time';

const pair = (cosine: number, days: number | null) => ({
  cosine,
  closeness: cosine,
  behind: 0,
  titles: cosine,
  heads: cosine,
  headConcepts: cosine,
  concepts: cosine,
  numbers: cosine,
  dates: cosine,
  rarest: cosine,
  headNames: cosine,
  sameDay: false,
  otherPlaces: false,
  otherDays: false,
  lengths: 0,
  shortest: 100,
  daysApart: days,
  calendarDaysApart: days,
  sameLanguage: false,
});

describe('probabilityOf', () => {
  it('rises with closeness and falls with the days between', () => {
    expect(probabilityOf(pair(0.4, 0))).toBeGreaterThan(probabilityOf(pair(0.1, 0)));
    expect(probabilityOf(pair(0.4, 0))).toBeGreaterThan(probabilityOf(pair(0.4, 3)));
  });
});

describe('caseOf', () => {
  it('judges a headline against an article in another language by what headlines share', () => {
    expect(caseOf({ ...pair(0.2, 0), shortest: 15 })).toBe('headlines');
    expect(caseOf({ ...pair(0.2, 0), shortest: 150 })).toBe('otherLanguage');
    expect(caseOf({ ...pair(0.2, 0), shortest: 15, sameLanguage: true })).toBe('sameLanguage');
  });
});

describe('relationOf', () => {
  it('calls an earlier neighbour background, a later or undated one related', () => {
    expect(relationOf(0.9, 0.4, 0)).toBe('same-event');
    expect(relationOf(0.1, 0.4, 150)).toBe('background');
    expect(relationOf(0.1, 0.4, -150)).toBe('related');
    expect(relationOf(0.1, 0.4, null)).toBe('related');
    expect(relationOf(0.01, 0.02, 3)).toBe('none');
  });
});

describe('contradictionsOf', () => {
  const same = { ...pair(0.4, 0), headNames: 2, otherDays: true };

  it('names another day or place of the same actors', () => {
    expect(contradictionsOf(same)).toEqual(['other-day']);
    expect(contradictionsOf({ ...same, otherPlaces: true })).toEqual(['other-day', 'other-place']);
  });

  it('is silent where the actors are others: that is no contradiction', () => {
    expect(contradictionsOf({ ...same, headNames: 0 })).toEqual([]);
  });
});

describe('daysBetween', () => {
  it('takes a missing offset as any, and a date alone as any time of that day', () => {
    expect(daysBetween('2025-06-23', '2025-06-23T19:21')).toBe(0);
    expect(daysBetween('2025-06-23T19:21', '2025-06-24T08:00')).toBe(0);
    expect(daysBetween('2025-06-23T00:00Z', '2025-06-25T00:00Z')).toBe(2);
    expect(daysBetween('2025-06-25T00:00Z', '2025-06-23T00:00Z')).toBe(-2);
    expect(daysBetween('2025-01-17', '2025-06-23')).toBeGreaterThan(150);
  });

  it('is null where a date is unknown or none', () => {
    expect(daysBetween(null, '2025-06-23')).toBeNull();
    expect(daysBetween('yesterday', '2025-06-23')).toBeNull();
    expect(instantsOf('2025-13-40')).toBeNull();
  });

  it('counts calendar days apart from that', () => {
    expect(calendarDays('2025-06-22T23:00', '2025-06-23T01:00')).toBe(1);
    expect(calendarDays(null, '2025-06-23')).toBeNull();
  });
});
