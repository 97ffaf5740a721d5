import { afterAll, beforeAll, describe } from 'vitest';
import { type PageServer, startServer } from '../server';
import { availableBrowsers, type BrowserName, launch } from './index';
import type { Snapshot } from './snapshot';
import { type Harness, type LaunchOptions, settled, type Tab, type View } from './view';

/** One browser and one page server, shared by the tests of a file. */
export interface Session {
  readonly name: BrowserName;
  readonly harness: Harness;
  readonly server: PageServer;
  /** Opens a page of the server, clicks the toolbar button and waits for the popup's outcome. */
  read(path: string): Promise<Reading>;
}

export interface Reading {
  readonly tab: Tab;
  readonly popup: View;
  readonly shown: Snapshot;
  /** From the click to the outcome. */
  readonly ms: number;
}

/** Runs the same tests in every browser that is here. */
export function inEveryBrowser(
  title: string,
  tests: (session: () => Session) => void,
  options: (name: BrowserName) => Partial<LaunchOptions> = () => ({}),
): void {
  describe.each(availableBrowsers())(`${title} (%s)`, (name) => {
    let session: Session | null = null;
    beforeAll(async () => {
      session = await openSession(name, options(name));
    });
    afterAll(async () => {
      await session?.harness.close();
      await session?.server.close();
    });
    tests(() => {
      if (session === null) throw new Error('The browser has not started');
      return session;
    });
  });
}

/** Starts a browser and the page server. */
export async function openSession(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Session> {
  const server = await startServer();
  const harness = await launch(name, options);
  return {
    name,
    harness,
    server,
    async read(path) {
      const tab = await harness.openTab(path.includes(':') ? path : server.base + path);
      const start = performance.now();
      const popup = await harness.openPopup(tab);
      const shown = await settled(popup);
      return { tab, popup, shown, ms: performance.now() - start };
    },
  };
}

/** Closes what `read` opened, so that the next popup is the only one. */
export async function closeReading({ popup, tab }: Reading): Promise<void> {
  await popup.close();
  await tab.close();
}
