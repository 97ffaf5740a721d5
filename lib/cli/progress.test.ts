import { describe, expect, it } from 'vitest';
import { countLine, createProgress, duration } from './progress';

describe('progress', () => {
  it('says how many, how fast and how long still', () => {
    expect(countLine('articles', 300, 645, 25)).toBe('articles 300 of 645, 12/s, 0:29 left');
    expect(countLine('days', 3, 30, 6)).toBe('days 3 of 30, 0.5/s, 0:54 left');
    expect(countLine('days', 30, 30, 60)).toBe('days 30 of 30, 0.5/s');
    expect(countLine('articles', 70, undefined, 2)).toBe('articles 70, 35/s');
    expect(countLine('articles', 0, 5, 0)).toBe('articles 0 of 5, 0.0/s');
  });

  it('writes hours only where there are any', () => {
    expect([5, 65, 3600, 36_125].map(duration)).toEqual(['0:05', '1:05', '1:00:00', '10:02:05']);
  });

  it('is silent in the first second, and ends a line that it began', () => {
    let now = 0;
    let printed = '';
    const place = { now: () => now, write: (text: string) => (printed += text), terminal: true };
    const quick = createProgress('articles', 10, place);
    for (; now < 900; now += 100) quick.step();
    quick.done();
    expect(printed).toBe('');
    now = 0;
    const slow = createProgress('articles', 20, place);
    for (; now < 2000; now += 100) slow.step();
    slow.done();
    const lines = printed.split('\r').slice(1);
    expect(lines[0]).toBe('articles 11 of 20, 11/s, 0:01 left\u001B[K');
    expect(lines.at(-1)).toBe('articles 20 of 20, 10/s\u001B[K\n');
  });
});
