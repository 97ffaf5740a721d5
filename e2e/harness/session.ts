import { type PageServer, startServer } from '../server';
import { type BrowserName, launch } from './index';
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

/** Opens a page, reads it by the toolbar button and opens the panel beside it. */
export async function openPanelOn({ harness, read }: Session, path: string): Promise<{ tab: Tab; panel: View }> {
  const { popup, tab } = await read(path);
  const panel = await harness.openPanel(popup);
  await settled(panel);
  return { tab, panel };
}

/** Closes what `read` opened, so that the next popup is the only one. */
export async function closeReading({ popup, tab }: Reading): Promise<void> {
  await popup.close();
  await tab.close();
}
