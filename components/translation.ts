/** How the translation of one text goes on: the states it passes through, and what it needs of a browser. */
import { createContext } from 'preact';
import type { Form } from '../lib/fingerprint/types';

/** Translates on this device. */
export interface Translator {
  /** Whether it can translate between two languages at all, perhaps after a download. */
  offers(from: string, to: string): Promise<boolean>;
  /**
   * Translates a text. Must be called in the reader's click where the browser has to load something first.
   *
   * @param onProgress told how much of what has to be loaded is there, 0 to 1
   */
  translate(form: Form, to: string, onProgress: (share: number) => void): Promise<string>;
}

/** The browser's translator; null where it has none. */
export const TranslatorContext = createContext<Translator | null>(null);

/** The state of one text's translation. */
export type Translation =
  | { readonly step: 'original' }
  | { readonly step: 'loading'; readonly share: number }
  | { readonly step: 'translating' }
  | { readonly step: 'translated'; readonly text: string }
  | { readonly step: 'failed' };

/** What happens to a translation. */
export type TranslationEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'loaded'; readonly share: number }
  | { readonly type: 'translated'; readonly text: string }
  | { readonly type: 'failed' };

/** The next state. What comes after the end of a translation, such as late news of its download, changes nothing. */
export function nextTranslation(state: Translation, event: TranslationEvent): Translation {
  const busy = state.step === 'loading' || state.step === 'translating';
  if (event.type === 'asked') return busy || state.step === 'translated' ? state : { step: 'translating' };
  if (!busy) return state;
  switch (event.type) {
    case 'loaded':
      // Some browsers say that all is there where nothing had to be loaded.
      return event.share < 1 ? { step: 'loading', share: event.share } : { step: 'translating' };
    case 'translated':
      return { step: 'translated', text: event.text };
    case 'failed':
      return { step: 'failed' };
  }
}
