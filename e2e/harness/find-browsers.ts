import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface FoundBrowsers {
  readonly chromium: string | null;
  readonly firefox: string | null;
}

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox', 'firefox-esr'],
} as const;

/** The browsers of this machine: named by CHROMIUM and FIREFOX, else the first of the usual names on PATH. */
export function findBrowsers(env: NodeJS.ProcessEnv = process.env): FoundBrowsers {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const find = (names: readonly string[]): string | null =>
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
  // A path that was named is meant: where it leads nowhere, no other browser takes its place.
  const choose = (named: string | undefined, names: readonly string[]): string | null => {
    if (!named) return find(names);
    return isExecutable(named) ? named : null;
  };
  return { chromium: choose(env.CHROMIUM, NAMES.chromium), firefox: choose(env.FIREFOX, NAMES.firefox) };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
