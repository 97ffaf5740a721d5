import { expect, it, vi } from 'vitest';

const log = vi.hoisted(() => [] as string[]);
vi.mock('wxt/browser', () => ({
  browser: { permissions: { remove: async () => void log.push('given back') } },
}));

import { beginAsking, giveBack } from './granted';

/** Locks as the browser has them, of one name: shared ones together, another alone and after those before it. */
function locksOfOneName() {
  let shared: Promise<unknown> = Promise.resolve();
  return {
    request(_: string, first: object, second?: () => Promise<unknown>) {
      const work = second ?? (first as () => Promise<unknown>);
      if (second === undefined) return shared.then(work);
      const held = work();
      shared = Promise.allSettled([shared, held]);
      return held;
    },
  };
}

it('gives no permission back between the look whether it is there and the request', async () => {
  vi.stubGlobal('navigator', { locks: locksOfOneName() });
  let say = (_: boolean): void => {};
  const may = new Promise<boolean>((resolve) => {
    say = resolve;
  });
  const asking = beginAsking(
    () => may,
    async () => void log.push('asked'),
  );
  const giving = giveBack(['https://news.example/*']);
  await new Promise((resolve) => setTimeout(resolve));
  expect(log).toEqual([]);
  say(true);
  await Promise.all([asking, giving]);
  expect(log).toEqual(['asked', 'given back']);
  expect(
    await beginAsking(
      async () => false,
      async () => void log.push('asked again'),
    ),
  ).toBeNull();
  expect(log).not.toContain('asked again');
});
