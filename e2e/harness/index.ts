import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium';
import { findBrowsers } from './find-browsers';
import { launchFirefox } from './firefox';
import type { Harness, LaunchOptions } from './view';

export type BrowserName = Harness['name'];

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the builds stand; elsewhere where packages kept from another build are to be tested. */
export const OUTPUT = process.env.SIDELIGHT_OUTPUT ?? `${ROOT}.output`;

/** Each browser's build. */
export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: `${OUTPUT}/chrome-mv3`,
  firefox: `${OUTPUT}/firefox-mv3`,
};

const found = findBrowsers();

/** The browsers that are here. */
export function availableBrowsers(): BrowserName[] {
  const names: BrowserName[] = ['chromium', 'firefox'];
  return names.filter((name) => found[name] !== null);
}

/** Says in one plain line each which browsers are missing. */
export function sayMissingBrowsers(): void {
  const here = availableBrowsers();
  for (const name of ['chromium', 'firefox'] as const) {
    if (!here.includes(name))
      console.log(`No ${name} here: nothing is run in it (set ${name.toUpperCase()} to its path)`);
  }
}

/** Starts a browser with the built extension, or with another copy of it. */
export function launch(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Harness> {
  const extension = options.extension ?? BUILDS[name];
  if (!existsSync(`${extension}/manifest.json`)) throw new Error(`No build at ${extension}: run npm run build first`);
  const path = found[name];
  if (path === null) throw new Error(`No ${name} here`);
  const start = name === 'chromium' ? launchChromium : launchFirefox;
  return start(path, { ...options, extension });
}
