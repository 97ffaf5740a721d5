import { browser } from 'wxt/browser';
import { directionOf } from '../languages/direction';

/** The language and direction that the browser shows the extension in, and its texts. */
export interface InterfaceLanguage {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly translate: (key: string, substitutions: readonly string[]) => string;
}

/**
 * The interface language. Where `_locales` has no file for the browser's language the texts are English, so dates,
 * numbers and the direction have to be English too (`@@bidi_dir` would give the browser's own): the language is read
 * from the texts themselves.
 */
export function interfaceLanguage(): InterfaceLanguage {
  const translate = (key: string, substitutions: readonly string[]): string =>
    texts.getMessage(key, [...substitutions]);
  const locale = translate('locale', []) || 'en';
  return { locale, dir: directionOf(locale) === 'rtl' ? 'rtl' : 'ltr', translate };
}

/** WXT types the keys by the English file; the plural forms of other languages are not in it. */
const texts: { getMessage(key: string, substitutions?: string[]): string } = browser.i18n;
