import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput } from 'puppeteer-core';
import { parseSnapshot, SNAPSHOT_SOURCE, type Snapshot } from './snapshot';

/** A real popup or panel: not its page opened in a tab. */
export interface View {
  /** Evaluates an expression over `document`. */
  evaluate(source: string): Promise<unknown>;
  /** Evaluates an expression as the page's own code would, with what it brings along; waits for a promise. */
  evaluateInside(source: string): Promise<unknown>;
  /** A click that counts as the reader's own. */
  click(selector: string): Promise<void>;
  screenshot(look?: Look): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One of the extension's own pages in a tab, where keys reach it. */
export interface TabView extends View {
  press(key: KeyInput): Promise<void>;
  /** Gives the page another width, as a window or a panel of that size does. */
  resize(width: number): Promise<void>;
}

/** How a view is drawn for a screenshot. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  /** Width of the sidebar, in Firefox; Chromium gives a panel no other than its own. */
  readonly width?: number;
  /** All of a long panel, not only what the window shows; in Firefox. */
  readonly whole?: boolean;
}

/** A browser with the extension in it. */
export interface Harness {
  readonly name: 'chromium' | 'firefox';
  /** Opens an address in a new tab in front, or in a new window, and waits until it has loaded. */
  openTab(url: string, where?: 'window'): Promise<Tab>;
  /** Lets the extension into private windows, as the reader does in the browser's settings. */
  allowPrivate(): Promise<void>;
  /** Opens an address in a private window of its own; in Firefox one of the extension's own pages, too, by its path. */
  openPrivateTab(url: string): Promise<Tab>;
  /** One of the extension's own pages, in a tab. */
  openExtensionTab(path: string): Promise<TabView>;
  /** Clicks the real toolbar button with this tab in front; resolves with the real popup. */
  openPopup(tab: Tab): Promise<View>;
  /** Clicks the popup's button; resolves with the real side panel or sidebar. */
  openPanel(popup: View): Promise<View>;
  /** What the reader does with sites in the browser's own prompts and settings. */
  readonly sites: SitePermissions;
  /** Ends the background in the middle, as the browser does when it wants the memory. */
  killBackground(): Promise<void>;
  /** Evaluates an expression in the background, where a test makes the browser be as it else is not: offline, full. */
  inBackground(source: string): Promise<unknown>;
  /** How long a script of the extension keeps a page's main thread during some work, in ms; null where nobody tells. */
  scriptTime(tab: Tab, script: string, work: () => Promise<void>): Promise<number | null>;
  /** What the background holds in memory once nothing can be freed; null where the browser does not tell. */
  backgroundBytes(): Promise<number | null>;
  /** Loads the extension anew, as an update does. */
  reload(): Promise<void>;
  /** What the extension's own pages and worker have put on the console as errors so far. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
  /** Resolves when the reader has closed the browser. */
  closed(): Promise<void>;
}

export interface SitePermissions {
  /** Makes a click that asks for a site, by its host, or for several patterns at once, and allows it. */
  allow(host: string | readonly string[], click: () => Promise<void>): Promise<void>;
  /** Makes a click that asks for a site, and does not allow it; null where no test can press that. */
  readonly deny: ((click: () => Promise<void>) => Promise<void>) | null;
  /** Takes a site, by its host or a pattern, back in the browser's own settings. */
  revoke(host: string): Promise<void>;
}

export interface Tab {
  evaluate(source: string): Promise<unknown>;
  goto(url: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** The page that the extension opens when it has been installed. */
export const WELCOME = 'welcome.html';

/** How a browser is started. */
export interface LaunchOptions {
  /** The built extension. */
  readonly extension: string;
  readonly headless?: boolean;
  /** Folders of other extensions that are installed too. */
  readonly beside?: readonly string[];
  /** A port of this machine that every request goes through, those to this machine too. */
  readonly proxy?: number;
  /** Whether pages may reach more than this machine: not in tests. */
  readonly online?: boolean;
  /** Where downloads go, without a question; nowhere in particular where none is named. */
  readonly downloads?: string;
  /** Port of a proxy on this machine through which everything goes but the page server; it may show certificates of its own. */
  readonly proxyPort?: number;
  /** As for a reader whose system is set to few motions and to colours of its own, in high contrast. */
  readonly plain?: boolean;
  /** Language of the browser's own interface. */
  readonly locale?: string;
  /** Whether the page that greets after the installation stays open: tests open their own tabs. */
  readonly keepWelcome?: boolean;
}

/** Reads what a view shows. */
export async function snapshotOf(view: View): Promise<Snapshot> {
  return parseSnapshot(await view.evaluate(SNAPSHOT_SOURCE));
}

/** Asks again until the answer satisfies, and fails with the last answer when it never does. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
  limitMs = 10_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask().catch((error: unknown) => (Date.now() > end ? Promise.reject(error) : null));
    if (answer !== null && satisfied(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}; last seen: ${JSON.stringify(answer)}`);
    await sleep(40);
  }
}

/** Waits until a view has an outcome: read or failed. */
export function settled(view: View, limitMs = 10_000): Promise<Snapshot> {
  const done = ({ state }: Snapshot): boolean => state === 'read' || state === 'failed';
  return until('an outcome', () => snapshotOf(view), done, limitMs);
}
