import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { StorageFailure } from '../lib/library/storage-failure';
import { Menu } from './menu';
import { Status } from './status';
import { storageWords } from './storage-words';
import type { ExportKind } from './story-files';
import { useUi } from './ui';

interface StoryActionsProps {
  /** Whether the story is saved, and how that is changed; null where nothing may be saved. */
  readonly keep: {
    /** Null until it is known. */
    readonly saved: boolean | null;
    readonly onSave: () => Promise<StorageFailure | null>;
    readonly onUnsave: () => Promise<StorageFailure | null>;
    /** Saves it again as it was. */
    readonly onUndo: () => Promise<StorageFailure | null>;
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
  /** Whether the story has just been taken off the saved ones, and may be put back. */
  const [removed, setRemoved] = useState(false);
  const saveButton = useRef<HTMLButtonElement>(null);
  const toggle = async ({ saved, onSave, onUnsave }: NonNullable<typeof keep>): Promise<void> => {
    const failure = await (saved === true ? onUnsave() : onSave());
    const gone = saved === true && failure === null;
    setRemoved(gone);
    setStatus(gone ? ui.text('removed') : storageWords(ui, failure));
  };
  const undo = async ({ onUndo }: NonNullable<typeof keep>): Promise<void> => {
    const failure = await onUndo();
    setStatus(storageWords(ui, failure));
    if (failure !== null) return;
    // The button goes: the keyboard goes on at what it was about.
    saveButton.current?.focus();
    setRemoved(false);
  };
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
          ref={saveButton}
          aria-pressed={keep.saved ?? undefined}
          onClick={() => void toggle(keep)}
        >
          {ui.text(keep.saved === true ? 'saved' : 'save')}
        </button>
      )}
      <ExportMenu onCopy={() => void copy()} onExport={exportAs} />
      {children}
      <Status words={status} />
      {keep !== null && removed && keep.saved === false && (
        <button type="button" class="text-button undo-button" onClick={() => void undo(keep)}>
          {ui.text('undo')}
        </button>
      )}
    </div>
  );
}

interface ExportMenuProps {
  readonly onCopy: () => void;
  readonly onExport: (kind: ExportKind) => void;
}

/** What a story can be turned into. */
function ExportMenu({ onCopy, onExport }: ExportMenuProps) {
  const ui = useUi();
  return (
    <Menu summary={<summary class="menu-button">{ui.text('exportMenu')}</summary>}>
      {(choose) => (
        <>
          <button type="button" class="menu-item" data-action="markdown" onClick={choose(onCopy)}>
            {ui.text('copyMarkdown')}
          </button>
          <button type="button" class="menu-item" data-action="json" onClick={choose(() => onExport('json'))}>
            {ui.text('exportJson')}
          </button>
          <button type="button" class="menu-item" data-action="csv" onClick={choose(() => onExport('csv'))}>
            {ui.text('exportCsv')}
          </button>
        </>
      )}
    </Menu>
  );
}
