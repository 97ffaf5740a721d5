import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { baseLanguage } from '../languages/base-language';

/** What the reader has chosen. */
export interface Settings {
  /** Languages the reader reads, most wanted first; BCP 47 primary subtags. */
  readonly languages: readonly string[];
}

const KEY = 'settings';
const VERSION = 1;

const storedSchema = v.object({
  version: v.literal(VERSION),
  languages: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.minLength(1), v.maxLength(60)),
});

/** Languages in order, each once, as primary subtags; what is no language tag is left out. */
export function tidyLanguages(tags: readonly string[]): string[] {
  const bases = tags.map(baseLanguage).filter((tag) => /^[a-z]{2,3}$/.test(tag) && tag !== 'und');
  return [...new Set(bases)];
}

/** Settings out of whatever was stored: kept data is as untrusted as any, and may be from another version. */
export function parseSettings(stored: unknown, browserLanguages: readonly string[]): Settings {
  const checked = v.safeParse(storedSchema, stored);
  const languages = tidyLanguages(checked.success ? checked.output.languages : browserLanguages);
  return { languages: languages.length > 0 ? languages : ['en'] };
}

/** The reader's settings; until any are saved, the browser's own language and those it asks web pages for. */
export async function loadSettings(): Promise<Settings> {
  const [stored, accepted] = await Promise.all([
    browser.storage.local.get(KEY),
    browser.i18n.getAcceptLanguages().catch(() => [...navigator.languages]),
  ]);
  return parseSettings(stored[KEY], [browser.i18n.getUILanguage(), ...accepted]);
}

/** Keeps the reader's settings. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [KEY]: { version: VERSION, languages: [...settings.languages] } });
}

/** Calls back after any page of the extension has saved settings; returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) void loadSettings().then(onChange);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
