import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, toWesternDigits } from './numbers';

describe('parseNumber', () => {
  it.each([
    ['20', '20'],
    ['२०', '20'],
    ['২০', '20'],
    ['۲۰', '20'],
    ['1,200', '1200'],
    ['1.200', '1200'],
    ['12,34,567', '1234567'],
    ['१२,३४,५६७', '1234567'],
    ['7.7', '7.7'],
    ['7,7', '7.7'],
    ['٧٫٧', '7.7'],
    ['007', '7'],
    ['2.50', '2.5'],
  ])('reads %s as %s', (written, value) => expect(parseNumber(written)).toBe(value));

  it.each(['', 'x', '1x', '.5', '1..2', '1.2.3'])('does not read %j', (text) => expect(parseNumber(text)).toBeNull());

  it('gives a number or null for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = parseNumber(text);
        expect(value === null || Number.isFinite(Number(value))).toBe(true);
      }),
    );
  });
});

describe('toWesternDigits', () => {
  it('leaves everything else as it is', () => {
    expect(toWesternDigits('২৩ জুন 2025')).toBe('23 জুন 2025');
  });
});
