import { describe, expect, it } from 'vitest';
import { keepLargest, leastKept, neighbourhood, Sample } from './hubness';
import { indexArticles } from './open-article-index';
import { article } from './samples.testing';

describe('hubness', () => {
  // Two languages; one article shares its only term with all of the other language, another with none.
  const index = indexArticles([
    article('near', 'hi', ['btn']),
    article('far', 'hi', ['klkt']),
    ...['c', 'd', 'e'].map((id) => article(id, 'bn', ['btn'])),
  ]);

  it('is high for an article that is near to all of the other language', () => {
    expect(index.hubness(index.find('near'))).toBeGreaterThan(0.5);
    expect(index.hubness(index.find('far'))).toBeLessThan(0.1);
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
    for (const value of [3, 1, 4, 1]) keepLargest(largest, value);
    expect(leastKept(largest)).toBe(Number.NEGATIVE_INFINITY);
    for (const value of [5, 9, 2, 6]) keepLargest(largest, value);
    expect(largest).toEqual([9, 6, 5, 4, 3]);
    expect(leastKept(largest)).toBe(3);
  });
});

describe('Sample', () => {
  it('takes all of a few, and of many those with the smallest hashes, whatever their order', () => {
    const hashesOf = (hashes: readonly number[], size: number): number[] => {
      const sample = new Sample(size);
      hashes.forEach((hash, number) => {
        sample.offer({ shard: 0, number, lang: 'en', hash });
      });
      return sample.articles.map(({ hash }) => hash).sort((a, b) => a - b);
    };
    expect(hashesOf([30, 10, 20], 3)).toEqual([10, 20, 30]);
    const many = Array.from({ length: 50 }, (_, i) => (i * 37) % 50);
    expect(hashesOf(many, 4)).toEqual([0, 1, 2, 3]);
    expect(hashesOf(many.reverse(), 4)).toEqual([0, 1, 2, 3]);
  });
});
