import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilitiesOf, storyOdds, timelessOdds } from './story-decision';
import type { StoryFeatures } from './story-features';

const likely: StoryFeatures = {
  standsOut: 0.3,
  told: 0.4,
  numbersTold: 0,
  brief: false,
  titled: true,
  days: 0,
  calendarDays: 0,
  dayNamed: 'none',
  weekdayNamed: 'none',
  wordless: false,
};

describe('the probability of stories', () => {
  it('is one of them all and of none, however great the odds', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2000, max: 2000, noNaN: true }), { maxLength: 30 }), (odds) => {
        const probabilities = probabilitiesOf(odds);
        const all = probabilities.reduce((sum, one) => sum + one, 0);
        expect(all).toBeGreaterThanOrEqual(0);
        expect(all).toBeLessThanOrEqual(1 + 1e-9);
        odds.forEach((one, i) => {
          if (odds.every((other) => other <= one)) expect(probabilities[i]).toBe(Math.max(0, ...probabilities));
        });
      }),
    );
  });

  it('is shared by neighbours: two equally likely ones are no answer', () => {
    expect(probabilitiesOf([4])[0]).toBeGreaterThan(0.9);
    expect(Math.max(...probabilitiesOf([4, 4]))).toBeLessThan(0.5);
  });

  it('falls with the days after the event, and is nothing long before it', () => {
    const after = [0, 1, 2, 4, 7].map((calendarDays) => storyOdds({ ...likely, calendarDays }));
    expect(after).toEqual([...after].sort((a, b) => b - a));
    expect(after[2]).toBeLessThan(after[1] ?? 0);
    const before = storyOdds({ ...likely, days: -400, calendarDays: -400 });
    expect(before).toBeLessThan(storyOdds({ ...likely, days: -1.5, calendarDays: -2 }));
    expect(probabilitiesOf([before])[0]).toBeLessThan(0.01);
  });

  it('rises where title or lead name the day of the event, and falls where they name another', () => {
    const [event = 0, none = 0, other = 0] = (['event', 'none', 'other'] as const).map((dayNamed) =>
      storyOdds({ ...likely, dayNamed }),
    );
    expect(event).toBeGreaterThan(none);
    expect(other).toBeLessThan(none);
  });

  it('of an article without a date rises with the weekday of the event, and falls with another', () => {
    const undated: StoryFeatures = { ...likely, days: null, calendarDays: null };
    const [event = 0, none = 0, other = 0] = (['event', 'none', 'other'] as const).map((weekdayNamed) =>
      storyOdds({ ...undated, weekdayNamed }),
    );
    expect(event).toBeGreaterThan(none);
    expect(other).toBeLessThan(none);
  });

  it('expects less of an article whose language the lexicon lacks, but where its day is unknown', () => {
    expect(storyOdds({ ...likely, wordless: true })).toBeGreaterThan(storyOdds(likely));
    const undated: StoryFeatures = { ...likely, days: null, calendarDays: null };
    expect(storyOdds({ ...undated, wordless: true })).toBe(storyOdds(undated));
  });

  it('leaves time out where that is asked for', () => {
    const late = { ...likely, days: 30, calendarDays: 31, dayNamed: 'other', weekdayNamed: 'other' } as const;
    expect(timelessOdds(late)).toBe(storyOdds(likely));
  });
});
