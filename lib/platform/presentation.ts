import type { Appearance } from '../settings/settings';
import { type InterfaceLanguage, loadInterface } from './interface';
import { followSettings } from './settings';

/** How the extension's pages look: the language of their words, and colours and sizes. */
export interface Presentation {
  readonly language: InterfaceLanguage;
  readonly appearance: Appearance;
}

/** Calls back once the presentation is known, and again after every change of the settings; returns how to stop. */
export function followPresentation(onPresentation: (presentation: Presentation) => void): () => void {
  let latest = 0;
  // Most likely the language that the settings will name: its files are on their way while those are read.
  void loadInterface(kept('language'));
  return followSettings(async (settings) => {
    latest += 1;
    const turn = latest;
    keep('theme', settings.theme === 'auto' ? null : settings.theme);
    keep('textSize', settings.textSize === 'normal' ? null : settings.textSize);
    keep('language', settings.interfaceLanguage);
    const language = await loadInterface(settings.interfaceLanguage);
    // The files of a language take their time: a later choice may have been drawn already.
    if (turn !== latest) return;
    keep('dir', language.dir === 'ltr' ? null : language.dir);
    onPresentation({ language, appearance: settings });
  });
}

type Kept = 'theme' | 'textSize' | 'dir' | 'language';

/**
 * Settings are read too late for the first paint: `public/first-paint.js` reads how the page looks from this copy, and
 * the texts are fetched by it. Null is kept by nothing.
 */
function keep(name: Kept, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Where the browser refuses this storage, the first paint looks as by default, and texts come a moment later.
  }
}

function kept(name: Kept): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
