import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StorageFailure } from '../lib/library/storage-failure';
import { Status } from './status';
import { storageWords } from './storage-words';
import type { ExportKind } from './story-files';
import { useUi } from './ui';

interface StoryActionsProps {
  /** Whether the story is saved, and how that is changed; null where nothing may be saved. */
  readonly keep: {
    readonly saved: boolean;
    readonly onSave: () => Promise<StorageFailure | null>;
    readonly onUnsave: () => Promise<StorageFailure | null>;
  } | null;
  /** Resolves to whether the browser let it be copied. */
  readonly onCopyMarkdown: () => Promise<boolean>;
  readonly onExport: (kind: ExportKind) => void;
  /** Further buttons of the row. */
  readonly children?: ComponentChildren;
}

/** What can be done with a story: saved, copied, exported. Says beside the buttons what has become of it. */
export function StoryActions({ keep, onCopyMarkdown, onExport, children }: StoryActionsProps) {
  const ui = useUi();
  const [status, setStatus] = useState('');
  const toggle = async ({ saved, onSave, onUnsave }: NonNullable<typeof keep>): Promise<void> =>
    setStatus(storageWords(ui, await (saved ? onUnsave() : onSave())));
  const copy = async (): Promise<void> => setStatus(ui.text((await onCopyMarkdown()) ? 'copied' : 'copyFailed'));
  const exportAs = (kind: ExportKind): void => {
    setStatus('');
    onExport(kind);
  };
  return (
    <div class="actions">
      {keep !== null && (
        <button
          type="button"
          class="plain-button save-button"
          aria-pressed={keep.saved}
          onClick={() => void toggle(keep)}
        >
          {ui.text(keep.saved ? 'saved' : 'save')}
        </button>
      )}
      <ExportMenu onCopy={() => void copy()} onExport={exportAs} />
      {children}
      <Status words={status} />
    </div>
  );
}

interface ExportMenuProps {
  readonly onCopy: () => void;
  readonly onExport: (kind: ExportKind) => void;
}

/** Closes after a choice, at Escape, and when the reader turns to something else. */
function ExportMenu({ onCopy, onExport }: ExportMenuProps) {
  const ui = useUi();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current === null) return;
    menu.current.open = false;
  };
  useEffect(() => {
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node && menu.current?.contains(target))) close();
    };
    const page = menu.current?.ownerDocument;
    page?.addEventListener('pointerdown', onPointerDown);
    return () => page?.removeEventListener('pointerdown', onPointerDown);
  }, []);
  const choose = (choice: () => void) => () => {
    menu.current?.querySelector('summary')?.focus();
    close();
    choice();
  };
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') choose(() => {})();
      }}
      onFocusOut={(event) => {
        // Some systems give a clicked button no focus: then it moves to nothing, and the menu stays for the click.
        const { relatedTarget, currentTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="menu-button">{ui.text('exportMenu')}</summary>
      <div class="menu-items">
        <button type="button" class="menu-item" data-action="markdown" onClick={choose(onCopy)}>
          {ui.text('copyMarkdown')}
        </button>
        <button type="button" class="menu-item" data-action="json" onClick={choose(() => onExport('json'))}>
          {ui.text('exportJson')}
        </button>
        <button type="button" class="menu-item" data-action="csv" onClick={choose(() => onExport('csv'))}>
          {ui.text('exportCsv')}
        </button>
      </div>
    </details>
  );
}
