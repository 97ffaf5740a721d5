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
  return {
    chromium: env.CHROMIUM || find(NAMES.chromium),
    firefox: env.FIREFOX || find(NAMES.firefox),
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
