import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFormatError, packContainer, unpackContainer } from './container';
import { crc32 } from './crc32';
import { ByteReader, ByteWriter } from './varint';

const KIND = { magic: 'TEST', version: 3, label: 'test file' };
const FILE = packContainer(
  KIND,
  new Map([
    ['ONE ', Uint8Array.of(1, 2, 3)],
    ['TWO ', new Uint8Array(0)],
  ]),
);

describe('container', () => {
  it('gives back its sections', () => {
    const sections = unpackContainer(KIND, FILE);
    expect([...sections.keys()]).toEqual(['ONE ', 'TWO ']);
    expect([...(sections.get('ONE ') ?? [])]).toEqual([1, 2, 3]);
  });

  it('opens bytes that do not start at a multiple of four', () => {
    const shifted = new Uint8Array(FILE.length + 1);
    shifted.set(FILE, 1);
    expect([...(unpackContainer(KIND, shifted.subarray(1)).get('ONE ') ?? [])]).toEqual([1, 2, 3]);
  });

  it('names what is wrong with a file', () => {
    const open = (bytes: Uint8Array) => () => unpackContainer(KIND, bytes);
    expect(open(new Uint8Array(0))).toThrow('not a Sidelight test file');
    expect(open(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toThrow('not a Sidelight');
    expect(() => unpackContainer({ ...KIND, version: 4 }, FILE)).toThrow(
      'format version 3; this Sidelight reads version 4',
    );
    expect(open(FILE.slice(0, -4))).toThrow('cut short');
    const changed = FILE.slice();
    changed[FILE.length - 4] = 9;
    expect(open(changed)).toThrow('checksum');
  });

  it('refuses every single changed bit', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length * 8 - 1), (bit) => {
        const changed = FILE.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => unpackContainer(KIND, changed)).toThrow(FileFormatError);
      }),
    );
  });

  it('refuses random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => unpackContainer(KIND, bytes)).toThrow(FileFormatError);
      }),
    );
  });
});

describe('crc32', () => {
  it('has the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is the same wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 9 }), (bytes, at) => {
        const within = new Uint8Array(at + bytes.length);
        within.set(bytes, at);
        let plain = -1;
        for (const byte of bytes) {
          plain ^= byte;
          for (let bit = 0; bit < 8; bit++) plain = (plain >>> 1) ^ (plain & 1 ? 0xedb88320 : 0);
        }
        expect(crc32(within.subarray(at))).toBe(~plain >>> 0);
      }),
    );
  });
});

describe('ByteWriter and ByteReader', () => {
  it('give back numbers and texts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }))), (values) => {
        const writer = new ByteWriter();
        for (const value of values) typeof value === 'number' ? writer.unsigned(value) : writer.text(value);
        const reader = new ByteReader(writer.bytes());
        for (const value of values) expect(typeof value === 'number' ? reader.unsigned() : reader.text()).toBe(value);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  it('never read past the end', () => {
    expect(() => new ByteReader(Uint8Array.of(0x80)).unsigned()).toThrow(FileFormatError);
    expect(() => new ByteReader(Uint8Array.of(5, 65)).text()).toThrow(FileFormatError);
    expect(() => new ByteReader(new Uint8Array(20).fill(0xff)).unsigned()).toThrow(FileFormatError);
  });
});
