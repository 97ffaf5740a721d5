import { browser } from 'wxt/browser';
import { defaultSettings, readSettings, type Settings, settingsRecord } from '../settings/settings';

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
    const settings = { ...before, ...change(before) };
    await browser.storage.local.set({ [KEY]: settingsRecord(settings) });
    return settings;
  });
}

/** Calls back after any page of the extension has saved settings; returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) void loadSettings().then(onChange);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Calls back with the settings as they are, and again after every change; returns how to stop. */
export function followSettings(onSettings: (settings: Settings) => void): () => void {
  void loadSettings().then(onSettings);
  return watchSettings(onSettings);
}
