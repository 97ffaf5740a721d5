import { expect, it } from 'vitest';
import { judgeClock, serverTimeOf } from './clock';
import { NOW } from './feeds.testing';

const DAY = 24 * 60 * 60_000;
const YEAR = 365 * DAY;

it('believes the clock where most servers, or a feed that was read a short while ago, agree with it', () => {
  expect(judgeClock(NOW, [NOW - 5000, NOW + 20 * 60_000, NOW - YEAR], [])).toBe('right');
  expect(judgeClock(NOW, [NOW - YEAR], [NOW - DAY / 2])).toBe('right');
});

it('does not believe it where most servers do not, whenever feeds were read by a clock that was wrong', () => {
  expect(judgeClock(NOW, [NOW - YEAR, NOW - YEAR + 5000, NOW], [NOW - YEAR])).toBe('wrong');
  expect(judgeClock(NOW, [NOW + YEAR], [NOW + YEAR])).toBe('wrong');
});

it('leaves it open where nobody says', () => {
  expect(judgeClock(NOW, [null, null], [null, NOW - 3 * DAY, NOW + 1])).toBe('unknown');
});

it('reads the time of servers, and how long a cache has had their answer', () => {
  expect(serverTimeOf('Fri, 20 Nov 2026 12:00:00 GMT', null)).toBe(NOW);
  expect(serverTimeOf('Wed, 18 Nov 2026 12:00:00 GMT', '172800')).toBe(NOW);
  expect(serverTimeOf('Fri, 20 Nov 2026 12:00:00 GMT', '-1')).toBe(NOW);
  expect(serverTimeOf('yesterday', null)).toBeNull();
  expect(serverTimeOf(null, '5')).toBeNull();
});
