import { describe, expect, it } from 'vitest';
import type { Place } from '../inputs/types';
import { createBuildProgress, progressLine } from './build-progress';
import { BuildReport, placeName } from './build-report';

describe('the progress of a build', () => {
  const report = new BuildReport();
  for (let i = 0; i < 500; i++) report.article('rss', i % 2 ? 'en' : 'hi');
  report.repeated('rss');
  report.problem('rss', 'a.xml', { place: null, what: 'cut short', detail: null });

  it('says how much, how fast and how long still', () => {
    expect(progressLine(report, { read: 2_000_000, total: 8_000_000, seconds: 25 })).toBe(
      '501 articles, 20/s, 2.0 of 8.0 MB, 2 languages, 1 repeated, 1 errors, 1:15 left',
    );
    expect(progressLine(report, { read: 2_000_000, total: 0, seconds: 25 })).not.toContain('left');
  });

  it('is silent in the first second, then speaks now and then', () => {
    let now = 0;
    const lines: string[] = [];
    const place = { now: () => now, write: (text: string) => lines.push(text), terminal: false };
    const progress = createBuildProgress(report, 100, place);
    for (; now < 1000; now += 100) progress.tick();
    expect(lines).toEqual([]);
    for (; now <= 11_000; now += 100) progress.tick();
    expect(lines).toHaveLength(3);
  });
});

describe('the report of a build', () => {
  it('names the first of each fault and counts the rest, on one line each', () => {
    const lines: string[] = [];
    const report = new BuildReport((line) => lines.push(line));
    for (let number = 1; number <= 5; number++) {
      report.problem('gkg', 'a\u001B[2J.csv', { place: { unit: 'line', number }, what: 'no title', detail: 'x\ny' });
    }
    expect(report.summary()).toEqual([
      'gkg: 0 new, 5 errors',
      ...[1, 2, 3].map((line) => `a [2J.csv:${line}: no title (x y)`),
      '… and 2 more: no title',
    ]);
    expect(lines).toHaveLength(5);
  });

  it('says where it stands as well as the format lets it', () => {
    const at = (place: Place | null) => placeName('a.xml', place);
    expect(at({ unit: 'line', number: 7 })).toBe('a.xml:7');
    expect(at({ unit: 'item', number: 2, line: 31 })).toBe('a.xml:31: item 2');
    expect(at({ unit: 'record', number: 5 })).toBe('a.xml: record 5');
    expect(at(null)).toBe('a.xml');
  });

  it('stays small whatever the faults are called', () => {
    const report = new BuildReport();
    for (let i = 0; i < 1000; i++) report.problem('gkg', 'a', { place: null, what: `fault ${i}`, detail: null });
    expect(report.summary().length).toBeLessThan(200);
  });
});
