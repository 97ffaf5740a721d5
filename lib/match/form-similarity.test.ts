import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSimilarity } from './form-similarity';

describe('formSimilarity', () => {
  it.each([
    ['पुतिन', 'Putin'],
    ['আরাগচি', 'Araghchi'],
    ['লাভরভ', 'Лавров'],
    ['خامنئي', 'खामेनेई'],
  ])('hears %s in %s', (a, b) => expect(formSimilarity(a, b)).toBeGreaterThan(0.7));

  it.each([
    ['Putin', 'Batumi'],
    ['मंत्री', 'Mandela'],
  ])('does not hear %s in %s', (a, b) => expect(formSimilarity(a, b)).toBeLessThan(0.7));

  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const similarity = formSimilarity(a, b);
        expect(similarity).toBeCloseTo(formSimilarity(b, a), 10);
        expect(similarity >= 0 && similarity <= 1).toBe(true);
      }),
    );
  });
});
