import { useState } from 'preact/hooks';
import { useUi } from './ui';

/** Why a change could not be stored. An object, so that a second failure draws the page anew: its controls go back. */
export interface NotStored {
  /** The browser's own words. */
  readonly words: string;
}

interface Storing {
  /** What could not be stored last; null where it could. */
  readonly notStored: NotStored | null;
  /** Says so where a change cannot be stored. */
  readonly store: (change: Promise<unknown>) => void;
}

/** Hears what becomes of changes: none fails unsaid. */
export function useStoring(): Storing {
  const [notStored, setNotStored] = useState<NotStored | null>(null);
  const store = (change: Promise<unknown>): void => {
    change.then(
      () => setNotStored(null),
      (error: unknown) => setNotStored({ words: error instanceof Error ? error.message : String(error) }),
    );
  };
  return { notStored, store };
}

/** The words about a change that could not be stored. They stay in sight: what was clicked may be far down a page. */
export function NotStoredNotice({ notStored }: Pick<Storing, 'notStored'>) {
  const ui = useUi();
  return (
    <div class="not-stored" role="alert">
      {notStored !== null && <p class="notice notice-error">{ui.text('storageFailed', notStored.words)}</p>}
    </div>
  );
}
