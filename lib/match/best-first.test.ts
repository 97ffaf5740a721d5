import fc from 'fast-check';
import { expect, it } from 'vitest';
import '../property-runs.testing';
import { BestFirst } from './best-first';

it('gives the best first, whatever comes in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const queue = new BestFirst<number>((a, b) => a > b);
      const kept: number[] = [];
      for (const step of steps) {
        if (step === null) expect(queue.pop()).toBe(kept.shift());
        else {
          queue.push(step);
          kept.push(step);
          kept.sort((a, b) => b - a);
        }
      }
    }),
  );
});
