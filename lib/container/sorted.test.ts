import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { indexInSorted, insertAt, lowerBound, placeFrom } from './sorted';

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

describe('lowerBound and placeFrom', () => {
  it('find the first that is not less, wherever they begin to look', () => {
    const numbers = fc.array(fc.nat(300), { maxLength: 100 });
    fc.assert(
      fc.property(numbers, fc.nat(300), fc.nat(100), fc.nat(100), (list, value, start, length) => {
        const values = Uint16Array.from(list).sort();
        const from = Math.min(start, values.length);
        const to = Math.min(from + length, values.length);
        const first = values.findIndex((one, i) => i >= from && i < to && one >= value);
        const place = first < 0 ? to : first;
        expect(lowerBound(values, value, from, to)).toBe(place);
        expect(placeFrom(values, value, from, to)).toBe(place);
      }),
      { numRuns: runsOf(400) },
    );
  });
});

describe('insertAt', () => {
  it('keeps so many, and drops the last', () => {
    const list = [3, 1];
    insertAt(list, 1, 2, 3);
    expect(list).toEqual([3, 2, 1]);
    insertAt(list, 0, 4, 3);
    expect(list).toEqual([4, 3, 2]);
    insertAt(list, 2, 5, 3);
    expect(list).toEqual([4, 3, 5]);
  });
});
