import { describe, expect, it } from 'vitest';
import { hubnessOf, keepLargest, neighbourhood, sampleOf } from './hubness';

describe('hubnessOf', () => {
  // Two languages; document 0 shares its only term with all of the other language, document 1 with none.
  const postings = [[0, 2, 3, 4].map((document) => ({ document, strength: 1 })), [{ document: 1, strength: 1 }]];
  const hubs = hubnessOf(postings, ['name', 'name'], [0, 0, 1, 1, 1], [5, 4, 3, 2, 1]);

  it('is high for a document that is near to all of the other language', () => {
    expect(hubs[0]).toBeGreaterThan(0.5);
    expect(hubs[1]).toBeLessThan(0.1);
  });
});

describe('neighbourhood', () => {
  it('takes missing neighbours as usual ones', () => {
    expect(neighbourhood([])).toBeCloseTo(0.07, 10);
    expect(neighbourhood([0.5])).toBeCloseTo((0.5 + 4 * 0.07) / 5, 10);
    expect(neighbourhood([0.5, 0.4, 0.3, 0.2, 0.1])).toBeCloseTo(0.3, 10);
  });
});

describe('keepLargest', () => {
  it('keeps five, largest first', () => {
    const largest: number[] = [];
    for (const value of [3, 1, 4, 1, 5, 9, 2, 6]) keepLargest(largest, value);
    expect(largest).toEqual([9, 6, 5, 4, 3]);
  });
});

describe('sampleOf', () => {
  it('takes all of a few, and of many those with the smallest hashes, whatever their order', () => {
    expect(sampleOf([30, 10, 20], 3)).toEqual([0, 1, 2]);
    expect(sampleOf([30, 10, 20], 2)).toEqual([1, 2]);
    expect(sampleOf([10, 20, 30], 2)).toEqual([0, 1]);
  });
});
