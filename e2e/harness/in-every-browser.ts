import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableBrowsers, type BrowserName } from './index';
import { openSession, type Session } from './session';
import type { LaunchOptions } from './view';

/** Runs the same tests in every browser that is here. */
export function inEveryBrowser(
  title: string,
  tests: (session: () => Session) => void,
  options: (name: BrowserName) => Partial<LaunchOptions> = () => ({}),
): void {
  const here = availableBrowsers();
  if (here.length === 0) it.skip(`${title}: no browser is here`, () => {});
  describe.each(here)(`${title} (%s)`, (name) => {
    let session: Session | null = null;
    beforeAll(async () => {
      session = await openSession(name, options(name));
    });
    afterAll(async () => {
      try {
        // Nothing that the extension did in these tests may have ended in an error on its console.
        expect(await session?.harness.errors()).toEqual([]);
      } finally {
        await session?.harness.close();
        await session?.server.close();
      }
    });
    tests(() => {
      if (session === null) throw new Error('The browser has not started');
      return session;
    });
  });
}
