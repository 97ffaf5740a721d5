import { expect, it } from 'vitest';
import { inSlices } from './in-slices';

it('takes every step, and lets others work between', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 0);
  function* steps(): Generator<void, string> {
    for (let step = 0; step < 10; step++) {
      const end = performance.now() + 5;
      while (performance.now() < end);
      yield;
    }
    return 'done';
  }
  expect(await inSlices(steps())).toBe('done');
  clearInterval(others);
  expect(turns).toBeGreaterThan(1);
});

it('hands an error on', async () => {
  // biome-ignore lint/correctness/useYield: it fails before its first step is done
  function* failing(): Generator<void, never> {
    throw new Error('damaged');
  }
  await expect(inSlices(failing())).rejects.toThrow('damaged');
});
