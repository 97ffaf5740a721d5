/**
 * Sites that are always on. A site is on where the reader chose it (`settings.sites`) and the browser grants it; either
 * can go without the other being told, so both are asked and the settings follow what the browser grants.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { changeSettings, loadSettings, watchSettings } from './settings';
import { originOf } from './site-origins';

/**
 * The host that the reader last asked for, and when. Kept before the browser asks, because Chromium closes the popup with
 * its question, and a grant without it is not taken for a wish: it may have been given for something else. A refusal then
 * goes unheard, so a wish holds for the time that an answer takes.
 */
const WANTED = 'wanted-site';
const ANSWER_LIMIT_MS = 120_000;
const Wish = v.object({ host: v.string(), at: v.number() });

/**
 * Asks the browser for a site and turns it on where it is granted. Must be the first thing a click handler does: an
 * `await` before it ends the gesture. What follows the question may never run; then the background does it.
 */
export async function turnSiteOn(host: string): Promise<boolean> {
  const wish: v.InferOutput<typeof Wish> = { host, at: Date.now() };
  const kept = browser.storage.session.set({ [WANTED]: wish });
  const granted = await browser.permissions.request({ origins: [originOf(host)] });
  await kept;
  // Also here: where it had been granted before, the browser does not say that it was added.
  if (granted) await turnOn(host);
  await forgetWish();
  return granted;
}

/** Forgets which site was asked for. Whoever opens the popup anew has given the browser's question its answer. */
export async function forgetWish(): Promise<void> {
  await browser.storage.session.remove(WANTED);
}

async function turnOn(host: string): Promise<void> {
  await changeSettings(({ sites }) => ({ sites: [...sites.filter((other) => other !== host), host] }));
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

/** Turns the site on that was asked for just now, once it is granted; which one that was. */
async function turnOnWanted(): Promise<string | null> {
  const { [WANTED]: kept }: Record<string, unknown> = await browser.storage.session.get(WANTED);
  const wish = v.safeParse(Wish, kept);
  if (!wish.success) return null;
  // A clock that was set back makes a wish of the future: nobody knows how old it is.
  const age = Date.now() - wish.output.at;
  if (age < 0 || age > ANSWER_LIMIT_MS) return null;
  const { host } = wish.output;
  if (!(await isGranted(host))) return null;
  await turnOn(host);
  await forgetWish();
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
  const fulfil = async (): Promise<void> => {
    const host = await turnOnWanted();
    if (host !== null) await onTurnedOn(host);
  };
  const reconcile = (): void => void fulfil().then(dropUngranted);
  browser.permissions.onAdded.addListener(() => void fulfil());
  browser.permissions.onRemoved.addListener(() => void dropUngranted());
  browser.runtime.onInstalled.addListener(reconcile);
  browser.runtime.onStartup.addListener(reconcile);
  watchSettings(() => void dropUngranted());
}
