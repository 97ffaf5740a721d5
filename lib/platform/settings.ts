import { browser } from 'wxt/browser';
import { defaultSettings, readSettings, type Settings, settingsRecord, withinBounds } from '../settings/settings';

const KEY = 'settings';

/** The reader's settings; until any are saved, the browser's own language and those it asks web pages for. */
export async function loadSettings(): Promise<Settings> {
  const [stored, accepted] = await Promise.all([
    browser.storage.local.get(KEY),
    browser.i18n.getAcceptLanguages().catch(() => [...navigator.languages]),
  ]);
  const languages = [browser.i18n.getUILanguage(), ...accepted];
  return readSettings(stored[KEY], languages) ?? defaultSettings(languages);
}

/**
 * Changes some of the reader's settings and keeps them. One change waits for the other, also where two views make them
 * at once.
 * @throws Error of the browser where it cannot store them
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request(KEY, async () => {
    const before = await loadSettings();
    const settings = withinBounds({ ...before, ...change(before) });
    await browser.storage.local.set({ [KEY]: settingsRecord(settings) });
    return settings;
  });
}

/** Forgets the settings, as one change among the others. */
export async function clearSettings(): Promise<void> {
  await navigator.locks.request(KEY, () => browser.storage.local.clear());
}

/** Calls back after any page of the extension has saved settings; returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return watch(loadInTurn(onChange));
}

/** Who follows the settings in this page, and how that is stopped when nobody does any more. */
const followers = new Set<(settings: Settings) => void>();
let latest: Settings | null = null;
let stopFollowing = (): void => {};

/**
 * Calls back with the settings as they are, and again after every change; returns how to stop. They are loaded once for
 * all who follow them in a page.
 */
export function followSettings(onSettings: (settings: Settings) => void): () => void {
  if (followers.size === 0) {
    latest = null;
    const loading = loadInTurn((settings) => {
      latest = settings;
      for (const tell of followers) tell(settings);
    });
    stopFollowing = watch(loading);
    loading.load();
  }
  followers.add(onSettings);
  if (latest !== null) onSettings(latest);
  return () => {
    if (followers.delete(onSettings) && followers.size === 0) stopFollowing();
  };
}

interface Loading {
  readonly load: () => void;
  /** What is being loaded is not told any more. */
  readonly stop: () => void;
}

/** Loads settings and tells them. Where loads overtake each other only the last is told: the others may be older. */
function loadInTurn(onSettings: (settings: Settings) => void): Loading {
  let turn = 0;
  const load = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const settings = await loadSettings();
    if (mine === turn) onSettings(settings);
  };
  return {
    load: () => void load(),
    stop: () => {
      turn += 1;
    },
  };
}

function watch({ load, stop }: Loading): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) load();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => {
    browser.storage.local.onChanged.removeListener(listener);
    stop();
  };
}
