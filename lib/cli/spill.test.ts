import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from './io';
import { Spill } from './spill';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidelight-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('Spill', () => {
  it('gives the records of a key in the order in which they came, whatever was written between', async () => {
    const spill = new Spill(join(folder, 'waiting'));
    const large = (first: number): Uint8Array => new Uint8Array(1024 * 1024).fill(first + 1, 0, 1).fill(7, 1);
    // More than is held at once, so that a key has several blocks.
    for (let number = 0; number < 12; number++) {
      await spill.add('a', large(number));
      await spill.add('b', Uint8Array.of(number));
    }
    expect((await collect(spill.read('a'))).map((record) => [record.length, record[0]])).toEqual(
      Array.from({ length: 12 }, (_, number) => [1024 * 1024, number + 1]),
    );
    expect((await collect(spill.read('b'))).map(([number]) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n));
    expect(await collect(spill.read('c'))).toEqual([]);
    await spill.remove('a');
    expect(await collect(spill.read('a'))).toEqual([]);
  });
});
