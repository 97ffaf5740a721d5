import { useContext, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Form } from '../lib/fingerprint/types';
import { baseLanguage } from '../lib/languages/base-language';
import { directionOf } from '../lib/languages/direction';
import { focusIfLost } from './lost-focus';
import { useReader } from './reader';
import { nextTranslation, type Translation, type Translator, TranslatorContext } from './translation';
import { type Ui, useUi } from './ui';

/**
 * Stands below a text: offers its translation into the reader's first language, and shows it beside the original. Nothing
 * at all where the reader reads the text's language, or the browser cannot translate it.
 */
export function Translated({ form }: { readonly form: Form }) {
  const translator = useContext(TranslatorContext);
  const { languages } = useReader();
  const [target] = languages;
  if (translator === null || target === undefined || languages.includes(baseLanguage(form.lang))) return null;
  return <Offer key={`${target} ${form.lang} ${form.text}`} form={form} target={target} translator={translator} />;
}

interface OfferProps {
  readonly form: Form;
  readonly target: string;
  readonly translator: Translator;
}

function Offer({ form, target, translator }: OfferProps) {
  const ui = useUi();
  const [offered, setOffered] = useState<boolean | null>(null);
  const [state, dispatch] = useReducer(nextTranslation, { step: 'original' });

  useEffect(() => void translator.offers(form.lang, target).then(setOffered), [translator, form.lang, target]);

  // The button has gone: the keyboard goes on at what took its place.
  const result = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (state.step === 'translated') focusIfLost(result.current);
  }, [state.step]);

  const translate = (): void => {
    dispatch({ type: 'asked' });
    translator
      .translate(form, target, (share) => dispatch({ type: 'loaded', share }))
      .then(
        (text) => dispatch({ type: 'translated', text }),
        () => dispatch({ type: 'failed' }),
      );
  };
  // The browser takes a moment to say: the room is kept, so that nothing below moves once it has said yes, as it mostly does.
  if (offered === null)
    return (
      <div class="translated" aria-hidden="true">
        <span class="text-button">&nbsp;</span>
      </div>
    );
  if (!offered) return null;
  const busy = state.step === 'loading' || state.step === 'translating';
  return (
    <div class="translated" data-step={state.step}>
      {state.step === 'translated' ? (
        <p lang={target} dir={directionOf(target)} ref={result} tabIndex={-1}>
          {state.text}
        </p>
      ) : (
        // Not disabled while it works: that would take the focus from under a keyboard.
        <button type="button" class="text-button translate" aria-disabled={busy} onClick={busy ? undefined : translate}>
          {ui.text('translate')}
        </button>
      )}
      <span class="quiet" role="status">
        {wordsOf(ui, state)}
      </span>
    </div>
  );
}

/** How it stands. */
function wordsOf(ui: Ui, state: Translation): string {
  switch (state.step) {
    case 'loading':
      return ui.text('translatorLoading', ui.percent(state.share));
    case 'translating':
      return ui.text('translating');
    case 'failed':
      return ui.text('translateFailed');
    case 'translated':
      return ui.text('translatedBy');
    case 'original':
      return '';
  }
}
