import type { ComponentChildren } from 'preact';
import { type MessageKey, useUi } from './ui';

/** Stands for what is put into the text; no text has it. */
const PLACE = '\ufffc';

interface PhraseProps {
  readonly text: MessageKey;
  readonly children: ComponentChildren;
}

/** A text with one substitution that is more than words: a link, a name in another language. */
export function Phrase({ text, children }: PhraseProps) {
  const [before, after] = useUi().text(text, PLACE).split(PLACE);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
