import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface LazyFoldProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly class?: string;
  /** Drawn when it is opened for the first time: a long list of folds stays quick. */
  readonly children: () => ComponentChildren;
}

/** A fold whose content is made when it is wanted. */
export function LazyFold({ summary, open = false, class: look = 'fold', children }: LazyFoldProps) {
  const [wanted, setWanted] = useState(open);
  return (
    <details class={look} open={open} onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>{summary}</summary>
      {wanted && children()}
    </details>
  );
}
