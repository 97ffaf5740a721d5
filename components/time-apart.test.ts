import { describe, expect, it } from 'vitest';
import { timeApart } from './time-apart';

describe('timeApart', () => {
  it.each([
    ['2025-06-22', '2025-06-23T09:00+05:30', { unit: 'days', count: 1, before: true }],
    ['2025-06-23', '2025-06-23T23:59-05:00', { unit: 'days', count: 0, before: false }],
    ['2025-06-26', '2025-06-23', { unit: 'days', count: 3, before: false }],
    ['2025-06-23T12:00Z', '2025-06-23T09:00+05:30', { unit: 'hours', count: 9, before: false }],
    ['2025-06-20T12:00Z', '2025-06-23T09:00Z', { unit: 'days', count: 3, before: true }],
  ] as const)('%s beside an article of %s', (report, article, expected) => {
    expect(timeApart(report, article)).toEqual(expected);
  });

  it.each([
    [null, '2025-06-23'],
    ['2025-06-23', null],
    ['soon', '2025-06-23'],
  ])('says nothing of %s beside %s', (report, article) => {
    expect(timeApart(report, article)).toBeNull();
  });
});
