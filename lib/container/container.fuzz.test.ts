import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damagedBytes, FUZZ_SAMPLE, sealed } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { BitReader } from './bits';
import { FileFormatError, packContainer, unpackContainer } from './container';
import { ByteReader, ByteWriter } from './varint';

const numRuns = runsOf(FUZZ_SAMPLE);
const KIND = { magic: 'TEST', version: 3, label: 'test file' };
const SECTIONS = new Map([
  ['ONE ', Uint8Array.of(1, 2, 3)],
  ['TWO ', new Uint8Array(0)],
  ['TRE ', new Uint8Array(40).fill(7)],
]);

function refusedOr<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileFormatError) return null;
    throw error;
  }
}

it('a damaged envelope is refused; one that was damaged before it was sealed lies within the file', () => {
  const file = packContainer(KIND, SECTIONS);
  fc.assert(
    fc.property(damagedBytes(file), fc.boolean(), (bytes, seal) => {
      const changed = seal ? sealed(bytes) : bytes;
      const sections = refusedOr(() => unpackContainer(KIND, changed));
      if (!seal && sections !== null) expect(changed).toEqual(file);
      for (const section of sections?.values() ?? []) expect(section.length).toBeLessThanOrEqual(changed.length);
    }),
    { numRuns },
  );
});

it('whatever bytes are read as numbers and texts, nothing past their end is', () => {
  const writer = new ByteWriter();
  for (const number of [0, 127, 128, 2 ** 31, Number.MAX_SAFE_INTEGER]) writer.unsigned(number);
  writer.signed(-5);
  writer.text('तेल 石油');
  const bytes = fc.oneof(damagedBytes(writer.bytes()), fc.uint8Array({ maxLength: 40 }));
  const reads = fc.array(fc.constantFrom('unsigned', 'signed', 'text', 'unsignedByte'), { maxLength: 20 });
  fc.assert(
    fc.property(bytes, reads, (some, calls) => {
      const reader = new ByteReader(some);
      refusedOr(() => {
        for (const call of calls) {
          const value = reader[call]();
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
          else expect(value.length).toBeLessThanOrEqual(some.length);
          expect(reader.remaining).toBeGreaterThanOrEqual(0);
        }
      });
    }),
    { numRuns },
  );
});

it('whatever bits are read, they are numbers or end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.array(fc.nat(32), { maxLength: 30 }), (bytes, widths) => {
      const reader = new BitReader(bytes);
      refusedOr(() => {
        for (const width of widths) {
          const value = width % 3 === 0 ? reader.rice(width >> 1) : reader.bits(width);
          expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
        }
      });
    }),
    { numRuns },
  );
});
