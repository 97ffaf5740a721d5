import { describe, expect, it } from 'vitest';
import { HeldParts, Late, loaded } from './late';
import { runSteps } from './statistics';

const FILE = Uint8Array.from({ length: 100 }, (_, i) => i);

function awaited(most: number) {
  let reads = 0;
  const held = new HeldParts(most);
  const source = {
    isAtHand: false,
    held,
    read: async (from: number, to: number) => {
      reads++;
      return FILE.slice(from, to);
    },
  } as const;
  const part = (from: number, to: number) => new Late({ source, from, to, parse: (bytes) => [...bytes] });
  return { part, reads: () => reads };
}

async function wait(steps: ReturnType<typeof loaded>): Promise<void> {
  for (const step of steps) await step;
}

describe('a part of a file that has to be waited for', () => {
  it('is refused before, and where nobody waits', () => {
    const { part } = awaited(1000);
    expect(() => part(1, 3).value).toThrow('waited');
    expect(() => runSteps(loaded(part(1, 3)))).toThrow('waited');
  });

  it('is read once, whoever asks meanwhile', async () => {
    const { part, reads } = awaited(1000);
    const one = part(1, 3);
    await Promise.all([wait(loaded(one)), wait(loaded(one))]);
    await wait(loaded(one));
    expect(one.value).toEqual([1, 2]);
    expect(reads()).toBe(1);
  });

  it('goes when others have been used since, up to so many bytes, and comes again', async () => {
    const { part, reads } = awaited(60);
    const parts = [0, 10, 20, 30, 40, 50, 60].map((from) => part(from, from + 10));
    for (const one of parts.slice(0, 6)) await wait(loaded(one));
    await wait(loaded(...parts.slice(0, 1)));
    await wait(loaded(...parts.slice(6)));
    expect(() => parts[1]?.value).toThrow('waited');
    expect(parts[0]?.value[0]).toBe(0);
    await wait(loaded(...parts.slice(1, 2)));
    expect(parts[1]?.value[0]).toBe(10);
    expect(reads()).toBe(8);
  });

  it('is there together with the others of a step, however large they are', async () => {
    const { part } = awaited(1);
    const parts = [0, 10, 20].map((from) => part(from, from + 10));
    await wait(loaded(...parts));
    expect(parts.map(({ value }) => value[0])).toEqual([0, 10, 20]);
  });

  it('fails each time that it cannot be read', async () => {
    const source = { isAtHand: false, held: new HeldParts(9), read: () => Promise.reject(new Error('gone')) } as const;
    const part = new Late({ source, from: 0, to: 1, parse: (bytes) => bytes });
    await expect(wait(loaded(part))).rejects.toThrow('gone');
    await expect(wait(loaded(part))).rejects.toThrow('gone');
  });
});
