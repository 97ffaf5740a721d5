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
    keep('language', settings.interfaceLanguage);
    const language = await loadInterface(settings.interfaceLanguage);
    // The files of a language take their time: a later choice may have been drawn already.
    if (turn === latest) onPresentation({ language, appearance: settings });
  });
}

/**
 * Settings are read too late for the first paint: `public/first-paint.js` reads the colours from this copy, and the texts
 * are fetched by it. Null is kept by nothing.
 */
function keep(name: 'theme' | 'language', value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Where the browser refuses this storage, the first paint has the system's colours, and texts come a moment later.
  }
}

function kept(name: 'theme' | 'language'): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
