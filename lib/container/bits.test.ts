import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { BitReader, BitWriter } from './bits';
import { FileFormatError } from './container';

describe('bits', () => {
  it('give back every number, whatever its width', () => {
    const value = fc
      .integer({ min: 0, max: 32 })
      .chain((width) => fc.tuple(fc.constant(width), fc.integer({ min: 0, max: 2 ** width - 1 })));
    fc.assert(
      fc.property(
        fc.array(value),
        fc.array(fc.nat(60_000)),
        fc.integer({ min: 4, max: 16 }),
        (fixed, gaps, parameter) => {
          const writer = new BitWriter();
          for (const [width, number] of fixed) writer.bits(number, width);
          for (const gap of gaps) writer.rice(gap, parameter);
          const reader = new BitReader(writer.bytes());
          expect(fixed.map(([width]) => reader.bits(width))).toEqual(fixed.map(([, number]) => number));
          expect(gaps.map(() => reader.rice(parameter))).toEqual(gaps);
        },
      ),
      { numRuns: runsOf(200) },
    );
  });

  it('end where the file ends', () => {
    const reader = new BitReader(Uint8Array.of(255, 255));
    expect(() => reader.rice(3)).toThrow(FileFormatError);
    expect(() => new BitReader(new Uint8Array()).bits(1)).toThrow(FileFormatError);
  });
});
