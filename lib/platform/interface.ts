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

/** The interface in the browser's language, or in English where it has no texts for that. */
export function browserInterface(): InterfaceLanguage {
  return toInterface((key, substitutions) => texts.getMessage(key, [...substitutions]));
}

const loaded = new Map<string, Promise<InterfaceLanguage>>();

/** The interface in the language that the reader chose; in the browser's where none is chosen, or this build lacks it. */
export function loadInterface(chosen: string | null): Promise<InterfaceLanguage> {
  const key = chosen ?? '';
  const language = loaded.get(key) ?? loadOnce(chosen);
  loaded.set(key, language);
  return language;
}

async function loadOnce(chosen: string | null): Promise<InterfaceLanguage> {
  const browsers = browserInterface();
  const language = fileFor(chosen, browsers);
  if (language === null) return browsers;
  try {
    const [english, own] = await Promise.all([fetchMessages('en'), fetchMessages(language)]);
    const messages = new Map([...english, ...own]);
    return toInterface((key, substitutions) => substitute(messages.get(key) ?? '', substitutions));
  } catch {
    return browsers; // the file is damaged: words in another language are more than none
  }
}

/**
 * The language whose file is to be read; null where the browser's own texts serve. Chromium under load has been seen to
 * give a page no text at all, and then it gives none to any later page either: the file is read in its place.
 */
function fileFor(chosen: string | null, browsers: InterfaceLanguage): string | null {
  const offered = offeredInterfaceLanguages();
  if (chosen !== null && offered.includes(chosen)) return chosen;
  if (browsers.translate('locale', []) !== '') return null;
  const language = baseLanguage(browser.i18n.getUILanguage());
  return offered.includes(language) ? language : 'en';
}

async function fetchMessages(language: string): Promise<ReadonlyMap<string, string>> {
  const reply = await fetch(`/_locales/${language}/messages.json`);
  return parseMessages(await reply.json());
}

/**
 * Where `_locales` has no file for the browser's language the texts are English, so dates, numbers and the direction
 * have to be English too (`@@bidi_dir` would give the browser's own): the language is read from the texts themselves.
 */
function toInterface(translate: InterfaceLanguage['translate']): InterfaceLanguage {
  const locale = translate('locale', []) || 'en';
  return { locale, dir: directionOf(locale) === 'rtl' ? 'rtl' : 'ltr', translate };
}

/** WXT types the keys by the English file; the plural forms of other languages are not in it. */
const texts: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;
