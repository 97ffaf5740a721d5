import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { indexInSorted } from './sorted';

describe('indexInSorted', () => {
  it('finds what is there, and nothing else, within its stretch', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000)), fc.nat(1000), fc.nat(20), (numbers, value, from) => {
        const values = Uint32Array.from(numbers).sort();
        expect(indexInSorted(values, value)).toBe(values.indexOf(value));
        expect(indexInSorted(values, value, from)).toBe(values.indexOf(value, from));
      }),
      { numRuns: runsOf(200) },
    );
  });
});
