import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../property-runs.testing';
import { MOST_COMPARED, SAME_STORY_SHARE, StoryClusters, WINDOW_DAYS } from './story-clusters';

type Pair = readonly [a: number, b: number, probability: number];

/** The founder of each report's story, all reports of day 0 unless days are given. */
function cluster(reports: number, pairs: readonly Pair[], days: readonly (number | null)[] = []): number[] {
  const clusters = new StoryClusters();
  const numbers = Array.from({ length: reports }, (_, i) => clusters.add(days[i] === undefined ? 0 : days[i]));
  for (const [a, b, probability] of pairs) clusters.link(a, b, probability);
  clusters.settle();
  return numbers.map((report) => clusters.founderOf(report));
}

/** All pairs of some reports. */
function among(reports: readonly number[], probability: number): Pair[] {
  return reports.flatMap((a) => reports.filter((b) => b > a).map((b): Pair => [a, b, probability]));
}

describe('stories out of reports', () => {
  it('keeps two events apart that one report bridges', () => {
    const events = [...among([0, 1, 2], 0.9), ...among([3, 4, 5], 0.9)];
    expect(cluster(6, [...events, [2, 3, 0.85]])).toEqual([0, 0, 0, 3, 3, 3]);
    expect(cluster(6, [...events, [2, 3, 0.85], [1, 3, 0.85], [1, 4, 0.85]])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('puts a report into the story that it fits best', () => {
    const stories = [...among([0, 1], 0.9), ...among([2, 3], 0.9)];
    expect(cluster(5, [...stories, [4, 0, 0.5], [4, 1, 0.3], [4, 2, 0.6], [4, 3, 0.6]])).toEqual([0, 0, 2, 2, 2]);
  });

  it('takes a late report in, and makes one of two stories that it shows to be one', () => {
    const clusters = new StoryClusters();
    const [a, b, c] = [clusters.add(0), clusters.add(0), clusters.add(1)];
    clusters.link(a, b, 0.9);
    clusters.link(a, c, 0.15);
    clusters.link(b, c, 0.15);
    clusters.settle();
    expect([a, b, c].map((report) => clusters.founderOf(report))).toEqual([a, a, c]);
    const late = clusters.add(5);
    for (const report of [a, b, c]) clusters.link(late, report, 0.8);
    clusters.settle();
    expect([a, b, c, late].map((report) => clusters.founderOf(report))).toEqual([a, a, a, a]);
  });

  it('does not let a report without a date join stories that lie further apart than the window', () => {
    const pairs: Pair[] = [
      [0, 2, 0.9],
      [1, 2, 0.9],
    ];
    expect(cluster(3, pairs, [0, WINDOW_DAYS + 1, null])).toEqual([0, 1, 0]);
    expect(cluster(3, pairs, [0, WINDOW_DAYS, null])).toEqual([0, 0, 0]);
  });

  it('does not count against a large story what a report cannot have been compared with', () => {
    const reports = Array.from({ length: 2 * MOST_COMPARED }, (_, i) => i);
    const next = reports.length;
    const near = reports.slice(0, MOST_COMPARED / 2).map((report): Pair => [report, next, 0.6]);
    expect(cluster(next + 1, [...among(reports, 0.9), ...near])[next]).toBe(0);
    const some = near.slice(0, MOST_COMPARED / 4);
    expect(cluster(next + 1, [...among(reports, 0.9), ...some])[next]).toBe(next);
  });

  it('joins nothing to a story that is closed', () => {
    const clusters = new StoryClusters();
    const [a, b] = [clusters.add(0), clusters.add(WINDOW_DAYS)];
    clusters.link(a, b, 0.9);
    clusters.closeBefore(1);
    clusters.settle();
    expect(clusters.founderOf(b)).toBe(b);
  });

  it('leaves no two stories that belong together, in whichever order the pairs come', () => {
    const reports = 12;
    const report = fc.nat(reports - 1);
    const pairs = fc.uniqueArray(fc.tuple(report, report, fc.double({ min: 0.05, max: 1, noNaN: true })), {
      selector: ([a, b]) => Math.min(a, b) * reports + Math.max(a, b),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        pairs.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          const founders = cluster(reports, some);
          expect(cluster(reports, shuffled)).toEqual(founders);
          const sizeOf = (founder: number): number => founders.filter((other) => other === founder).length;
          const sums = new Map<string, number>();
          for (const [a, b, probability] of some) {
            const [one = 0, other = 0] = [founders[a] ?? 0, founders[b] ?? 0].sort((x, y) => x - y);
            if (one === other) continue;
            const key = `${one} ${other}`;
            sums.set(key, (sums.get(key) ?? 0) + probability / (sizeOf(one) * sizeOf(other)));
          }
          for (const share of sums.values()) expect(share).toBeLessThan(SAME_STORY_SHARE + 1e-6);
        },
      ),
    );
  });
});
