import { describe, expect, it } from 'vitest';
import { decide } from '../match/decision';
import { fitDecision } from './fit-decision';
import type { Example } from './fit-logistic';

/** Positive in a band of the first feature, and only where the second holds: no weighted sum can tell. */
const examples = Array.from({ length: 400 }, (_, i): Example => {
  const [a, b] = [(i % 10) / 10, Math.floor(i / 10) % 2];
  return { features: [1, a, b], positive: isPositive(a, b), weight: 1 };
});

function isPositive(a: number, b: number): boolean {
  return a > 0.25 && a < 0.65 && b === 1;
}

describe('fitDecision', () => {
  const decision = fitDecision(examples);

  it('learns what features say together', () => {
    for (const a of [0.1, 0.4, 0.9]) {
      for (const b of [0, 1]) expect(decide(decision, [1, a, b]) > 0.5, `${a} ${b}`).toBe(isPositive(a, b));
    }
  });

  it('asks two questions one after the other at most', () => {
    const depth = (tree: (typeof decision.trees)[number]): number =>
      typeof tree === 'number' ? 0 : 1 + Math.max(depth(tree[2]), depth(tree[3]));
    expect(Math.max(...decision.trees.map(depth))).toBe(2);
  });
});
