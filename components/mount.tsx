import { type ComponentChild, render } from 'preact';
import { createUi, type Translate, UiContext } from './ui';

interface InterfaceLanguage {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly translate: Translate;
}

/** Puts a page's content in place, the whole document in the interface language and its direction. */
export function mount(document: Document, language: InterfaceLanguage, content: ComponentChild): void {
  const { documentElement } = document;
  documentElement.lang = language.locale;
  documentElement.dir = language.dir;
  document.title = language.translate('extName', []);
  const root = document.getElementById('root');
  if (root === null) throw new Error('No #root in this page');
  render(
    <UiContext.Provider value={createUi(language.translate, language.locale)}>{content}</UiContext.Provider>,
    root,
  );
}
