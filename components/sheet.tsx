import type { ComponentChildren } from 'preact';
import { type MessageKey, useUi } from './ui';

interface SheetProps {
  readonly id: string;
  readonly title: MessageKey;
  /** What the section is about, in a sentence. */
  readonly help?: MessageKey;
  readonly children?: ComponentChildren;
}

/** One section of a page of choices. */
export function Sheet({ id, title, help, children }: SheetProps) {
  const ui = useUi();
  return (
    <section class="sheet" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{ui.text(title)}</h2>
      {help !== undefined && <p class="quiet">{ui.text(help)}</p>}
      {children}
    </section>
  );
}
