/** Files as disks, networks and programs damage them. */
import fc from 'fast-check';

type Damage = (bytes: Uint8Array, at: number, length: number, value: number) => Uint8Array;

/** What disks, networks and programs do to files. */
const DAMAGES: readonly Damage[] = [
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]),
  (bytes, at, length, value) => Buffer.from(bytes).fill(value, at, Math.min(at + length, bytes.length)),
  (bytes, at, _, value) => {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (value % 8));
    return flipped;
  },
  (bytes, at, length, value) => {
    const odd = [
      '<',
      '>',
      '&#x110000;',
      '"',
      '{',
      ']]>',
      '\n',
      '\t',
      '\0',
      '<item>',
      '</',
      'WARC/1.0\r\n',
      '\uD800',
      ',',
    ];
    const inserted = Buffer.from((odd[value % odd.length] ?? '').repeat(length));
    return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
  },
];

/** Some bytes, damaged in one to four ways. */
export const damaged = (bytes: Uint8Array) =>
  fc
    .array(fc.tuple(fc.constantFrom(...DAMAGES), fc.nat(), fc.integer({ min: 1, max: 60 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((damages) =>
      damages.reduce((now, [damage, at, length, value]) => damage(now, at % (now.length + 1), length, value), bytes),
    );
