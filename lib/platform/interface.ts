import { browser } from 'wxt/browser';
import { baseLanguage } from '../languages/base-language';
import { directionOf } from '../languages/direction';
import { INTERFACE_LANGUAGES } from '../settings/settings';
import { parseMessages, substitute } from './message-file';

/** A language of the interface, its direction and its texts. */
export interface InterfaceLanguage {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly translate: (key: string, substitutions: readonly string[]) => string;
}

/** The folders of `public/_locales`, as the build found them. */
declare const __LOCALES__: readonly string[];

/** The interface languages that this build has texts for. */
export function offeredInterfaceLanguages(): readonly string[] {
  return INTERFACE_LANGUAGES.filter((language) => __LOCALES__.includes(language));
}

/**
 * The language of the interface where the reader chose none: that of the texts which the browser has picked, or English.
 * Chromium under load has been seen to give a page no text at all: then its own language decides.
 */
export function browserLanguage(): string {
  const language = browser.i18n.getMessage('locale') || baseLanguage(browser.i18n.getUILanguage());
  return offeredInterfaceLanguages().includes(language) ? language : 'en';
}

const loaded = new Map<string, Promise<InterfaceLanguage>>();

/** The interface in the language that the reader chose; in the browser's where none is chosen, or this build lacks it. */
export function loadInterface(chosen: string | null): Promise<InterfaceLanguage> {
  const language = chosen !== null && offeredInterfaceLanguages().includes(chosen) ? chosen : browserLanguage();
  const interfaceLanguage = loaded.get(language) ?? load(language);
  loaded.set(language, interfaceLanguage);
  return interfaceLanguage;
}

/** The texts come from the package's own files: `i18n.getMessage` knows one language, the browser's. */
async function load(language: string): Promise<InterfaceLanguage> {
  const [english, own] = await Promise.all([messagesIn('en'), messagesIn(language)]);
  return {
    locale: language,
    dir: directionOf(language) === 'rtl' ? 'rtl' : 'ltr',
    translate: (key, substitutions) => substitute(own.get(key) ?? english.get(key) ?? '', substitutions),
  };
}

const fetched = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** A language's texts, fetched once. */
function messagesIn(language: string): Promise<ReadonlyMap<string, string>> {
  const messages = fetched.get(language) ?? fetchMessages(language);
  fetched.set(language, messages);
  return messages;
}

/** A file's texts; none where it is missing or damaged: words in English are more than none. */
async function fetchMessages(language: string): Promise<ReadonlyMap<string, string>> {
  try {
    const reply = await fetch(`/_locales/${language}/messages.json`);
    return parseMessages(await reply.json());
  } catch {
    return new Map();
  }
}
