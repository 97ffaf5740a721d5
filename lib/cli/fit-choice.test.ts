import { describe, expect, it } from 'vitest';
import { weightedSum } from '../match/decision';
import { probabilitiesOf } from '../match/story-decision';
import { type Choice, fitChoice } from './fit-choice';
import { createRandom } from './speed/random';

const TRUE = [-1, 2, -1.5];

/** Choices as somebody with these coefficients makes them. */
function choices(count: number): Choice[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const alternatives = Array.from({ length: 4 }, () => [1, 2 * random() - 1, 2 * random() - 1]);
    const probabilities = probabilitiesOf(alternatives.map((features) => weightedSum(features, TRUE)));
    let rest = random();
    const chosen = probabilities.findIndex((probability) => {
      rest -= probability;
      return rest < 0;
    });
    return { alternatives, chosen: chosen < 0 ? null : chosen, weight: 1 };
  });
}

describe('a conditional logit', () => {
  it('finds the coefficients that choices were made with', () => {
    const found = fitChoice(choices(20_000), [0, 0, 0]);
    TRUE.forEach((weight, i) => void expect(found[i]).toBeCloseTo(weight, 1));
  });

  it('keeps each on its side of zero', () => {
    const [, first, second] = fitChoice(choices(2_000), [0, -1, -1]);
    expect(first).toBe(0);
    expect(second).toBeLessThan(-0.5);
  });

  it('says how often none is chosen where nothing else is known', () => {
    const alternatives = [[1], [1]];
    const none = { alternatives, chosen: null, weight: 3 };
    const [constant = 0] = fitChoice([none, { alternatives, chosen: 1, weight: 1 }], [0]);
    const [first = 0, second = 0] = probabilitiesOf([constant, constant]);
    expect(first + second).toBeCloseTo(0.25, 5);
  });
});
