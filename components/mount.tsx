import { type ComponentChild, render } from 'preact';
import type { Appearance } from '../lib/settings/settings';
import { createUi, type MessageKey, type Translate, UiContext } from './ui';

interface Presentation {
  readonly language: { readonly locale: string; readonly dir: 'ltr' | 'rtl'; readonly translate: Translate };
  readonly appearance: Appearance;
}

/**
 * Puts a page's content in place once its presentation is known, the whole document in the interface language and its
 * direction, and draws it again in another when the reader chooses so.
 */
export function mount(
  document: Document,
  follow: (onPresentation: (presentation: Presentation) => void) => void,
  content: ComponentChild,
  title: MessageKey = 'extName',
): void {
  const { documentElement } = document;
  const root = document.getElementById('root');
  if (root === null) throw new Error('No #root in this page');
  let drawn: Presentation['language'] | null = null;
  follow(({ language, appearance }) => {
    documentElement.dataset.theme = appearance.theme;
    documentElement.dataset.textSize = appearance.textSize;
    documentElement.dataset.compact = String(appearance.compact);
    if (language === drawn) return;
    drawn = language;
    documentElement.lang = language.locale;
    documentElement.dir = language.dir;
    document.title = language.translate(title, []);
    render(
      <UiContext.Provider value={createUi(language.translate, language.locale)}>{content}</UiContext.Provider>,
      root,
    );
  });
}
