import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** A folder for what one browser keeps. */
export interface Profile {
  readonly folder: string;
  remove(): void;
}

/** Names the Firefox profile that has been opened once, for the processes in which a run's tests are. */
const OPENED_ONCE = 'SIDELIGHT_FIREFOX_PROFILE';

/** A profile that is like the one in a folder, or new. It goes with the process at the latest. */
function newProfile(like?: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-profile-'));
  if (like !== undefined) cpSync(like, folder, { recursive: true });
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // Also where the reader closes the browser, interrupts the run or the browser does not start.
  process.once('exit', removeFolder);
  return {
    folder,
    remove() {
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}

export const chromiumProfile = (): Profile => newProfile();
export const firefoxProfile = (): Profile => newProfile(process.env[OPENED_ONCE]);

/**
 * Opens and closes a Firefox without the extension, whose profile all that follow get a copy of: with its own scripts
 * compiled Firefox starts in half the time.
 */
export async function openFirefoxOnce(executablePath: string): Promise<Profile> {
  const profile = newProfile();
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, userDataDir: profile.folder });
  await browser.close();
  process.env[OPENED_ONCE] = profile.folder;
  return profile;
}
