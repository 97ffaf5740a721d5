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
  return followSettings(async (settings) => {
    latest += 1;
    const turn = latest;
    keepForFirstPaint(settings.theme);
    const language = await loadInterface(settings.interfaceLanguage);
    // The files of a language take their time: a later choice may have been drawn already.
    if (turn === latest) onPresentation({ language, appearance: settings });
  });
}

/** Settings are read too late for the first paint: `public/first-paint.js` reads the colours from this copy. */
function keepForFirstPaint(theme: Appearance['theme']): void {
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Where the browser refuses this storage, the first paint has the system's colours.
  }
}
