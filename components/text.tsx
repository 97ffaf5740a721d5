import type { Form } from '../lib/fingerprint/types';
import { directionOf } from '../lib/languages/direction';
import { useUi } from './ui';

/** A word or line in its own language and direction, kept from turning the text around it. */
export function Foreign({ form }: { readonly form: Form }) {
  return (
    <bdi lang={form.lang} dir={directionOf(form.lang)}>
      {form.text}
    </bdi>
  );
}

/** A day as the interface language writes it. */
export function Day({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{useUi().date(iso)}</time>;
}

/** A language: its name in the interface language and, where that differs, its own name for itself. */
export function LanguageName({ tag, withOwn = false }: { readonly tag: string; readonly withOwn?: boolean }) {
  const ui = useUi();
  const name = ui.languageName(tag);
  const own = ui.ownLanguageName(tag);
  if (!withOwn || own === name) return <bdi>{name}</bdi>;
  return (
    <>
      <bdi>{name}</bdi>{' '}
      <span class="own-name">
        <Foreign form={{ lang: tag, text: own }} />
      </span>
    </>
  );
}
