import { expect, it } from 'vitest';
import { type Example, fitLogistic } from './fit-logistic';

/** Positive the more often the larger the first feature is, and the smaller the second. */
const examples = Array.from({ length: 600 }, (_, i): Example => {
  const [a, b] = [(i % 10) / 10, (Math.floor(i / 10) % 6) / 6];
  return { features: [1, a, b], positive: (i * 7919) % 100 < 50 + 40 * a - 40 * b, weight: 1 };
});

it('finds which way each feature speaks', () => {
  const [, a = 0, b = 0] = fitLogistic(examples);
  expect(a).toBeGreaterThan(1);
  expect(b).toBeLessThan(-1);
});

it('leaves out a feature that may only speak the other way, and fits the rest as if it were not there', () => {
  const weights = fitLogistic(examples, [0, 1, 1]);
  expect(weights[2]).toBe(0);
  const alone = fitLogistic(examples.map(({ features, ...rest }) => ({ ...rest, features: features.slice(0, 2) })));
  expect(weights[0]).toBeCloseTo(alone[0] ?? 0, 6);
  expect(weights[1]).toBeCloseTo(alone[1] ?? 0, 6);
});

it('changes nothing where every feature speaks as it may', () => {
  fitLogistic(examples, [0, 1, -1]).forEach((weight, i) => {
    expect(weight).toBeCloseTo(fitLogistic(examples)[i] ?? 0, 6);
  });
});

it('stays finite where a feature parts the examples wholly', () => {
  const parted = Array.from({ length: 100 }, (_, i): Example => {
    return { features: [1, i < 50 ? 0 : 1, (i % 2) * 1e4], positive: i >= 50, weight: 1 };
  });
  for (const weight of fitLogistic(parted)) expect(Math.abs(weight)).toBeLessThan(100);
});
