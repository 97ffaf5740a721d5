/**
 * Sites that are always on. A site is on where the reader chose it (`settings.sites`) and the browser grants it; either
 * can go without the other being told, so both are asked and the settings follow what the browser grants.
 */
import { browser } from 'wxt/browser';
import { changeSettings, loadSettings, watchSettings } from './settings';
import { originOf } from './site-origins';

/**
 * The host that the reader last asked for. Kept before the browser asks, because Chromium closes the popup with its
 * question, and a grant without it is not taken for a wish: it may have been given for something else.
 */
const WANTED = 'wanted-site';

/**
 * Asks the browser for a site and turns it on where it is granted. Must be the first thing a click handler does: an
 * `await` before it ends the gesture. What follows the question may never run; then the background does it.
 */
export async function turnSiteOn(host: string): Promise<boolean> {
  const kept = browser.storage.session.set({ [WANTED]: host });
  const granted = await browser.permissions.request({ origins: [originOf(host)] });
  await kept;
  // Also here: where it had been granted before, the browser does not say that it was added.
  if (granted) await turnOnWanted();
  else await browser.storage.session.remove(WANTED);
  return granted;
}

/** Turns a site off and gives its permission back. */
export async function turnSiteOff(host: string): Promise<void> {
  await changeSettings(({ sites }) => ({ sites: sites.filter((other) => other !== host) }));
  await browser.permissions.remove({ origins: [originOf(host)] });
}

/** Whether pages of a host are read without a click. */
export async function isSiteOn(host: string): Promise<boolean> {
  const { sites } = await loadSettings();
  return sites.includes(host) && (await isGranted(host));
}

function isGranted(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(host)] });
}

/** Turns the site on that was asked for, once it is granted; which one that was. */
async function turnOnWanted(): Promise<string | null> {
  const { [WANTED]: host }: Record<string, unknown> = await browser.storage.session.get(WANTED);
  if (typeof host !== 'string' || !(await isGranted(host))) return null;
  await changeSettings(({ sites }) => ({ sites: [...sites.filter((other) => other !== host), host] }));
  await browser.storage.session.remove(WANTED);
  return host;
}

/** Takes the sites off the settings that the browser no longer grants, or that an import brought without a grant. */
async function dropUngranted(): Promise<void> {
  const { sites } = await loadSettings();
  const granted = await Promise.all(sites.map(isGranted));
  const lost = sites.filter((_, at) => !granted[at]);
  if (lost.length === 0) return;
  await changeSettings((settings) => ({ sites: settings.sites.filter((host) => !lost.includes(host)) }));
}

/**
 * Keeps settings and permissions in step: when the reader answers the browser's question, when they take a permission
 * back (in the browser's settings too), when settings are brought from a file, and when the browser or a new version of
 * the extension starts.
 *
 * @param onTurnedOn told of a host that has just been turned on
 */
export function keepSitesInStep(onTurnedOn: (host: string) => Promise<void>): void {
  const turnOn = async (): Promise<void> => {
    const host = await turnOnWanted();
    if (host !== null) await onTurnedOn(host);
  };
  const reconcile = (): void => void turnOn().then(dropUngranted);
  browser.permissions.onAdded.addListener(() => void turnOn());
  browser.permissions.onRemoved.addListener(() => void dropUngranted());
  browser.runtime.onInstalled.addListener(reconcile);
  browser.runtime.onStartup.addListener(reconcile);
  watchSettings(() => void dropUngranted());
}
