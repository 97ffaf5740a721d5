import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../property-runs.testing';
import { INPUTS, itemsOf } from './samples.testing';
import { FORMATS, InputFault } from './types';

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

const damaged = (bytes: Uint8Array) =>
  fc
    .array(fc.tuple(fc.constantFrom(...DAMAGES), fc.nat(), fc.integer({ min: 1, max: 60 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((damages) =>
      damages.reduce((now, [damage, at, length, value]) => damage(now, at % (now.length + 1), length, value), bytes),
    );

describe('damaged inputs', () => {
  it.each(FORMATS)('of %s give articles or faults with names, never an end', async (format) => {
    await fc.assert(
      fc.asyncProperty(damaged(INPUTS[format]()), fc.integer({ min: 1, max: 2000 }), async (bytes, size) => {
        const items = await itemsOf(bytes, size).catch((error: unknown) => {
          // What is no longer of any format is refused as a whole.
          if (error instanceof InputFault && error.what !== '') return null;
          throw error;
        });
        for (const item of items ?? []) {
          if (item.kind === 'problem') expect(item.problem.what).not.toBe('');
          if (item.kind === 'article') expect(item.article.id).not.toBe(undefined);
          if (item.kind === 'article' && format !== 'articles') expect(item.article.title).not.toBe('');
        }
      }),
      { numRuns: runsOf(500) },
    );
  });

  it.each(FORMATS)('of %s that are cut in an item say so', async (format) => {
    const bytes = INPUTS[format]();
    const whole = await itemsOf(bytes);
    // In the middle of the last item, whatever the format writes around it.
    const at = Math.floor(bytes.length * (format === 'opml' ? 0.7 : 0.88));
    const cut = await itemsOf(bytes.subarray(0, at));
    expect(cut.filter(({ kind }) => kind === 'article').length).toBeLessThanOrEqual(
      whole.filter(({ kind }) => kind === 'article').length,
    );
    expect(cut.filter(({ kind }) => kind === 'problem')).toHaveLength(1);
  });
});
