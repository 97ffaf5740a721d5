import { useState } from 'preact/hooks';
import type { BackupFault } from '../lib/export/backup';
import type { StorageFailure } from '../lib/library/storage-failure';
import { Confirm } from './confirm';
import { FileButton } from './file-button';
import { Status } from './status';
import { storageWords } from './storage-words';
import { type MessageKey, type Ui, useUi } from './ui';

interface DataSectionProps {
  readonly onExport: () => Promise<StorageFailure | null>;
  /** Resolves to how many stories came, or why nothing was changed. */
  readonly onImport: (file: File) => Promise<{ readonly stories: number } | BackupFault | StorageFailure>;
  readonly onDeleteAll: () => Promise<StorageFailure | null>;
}

/** What is kept, all at once: taken along as a file, brought back from one, deleted. */
export function DataSection({ onExport, onImport, onDeleteAll }: DataSectionProps) {
  const ui = useUi();
  const [status, setStatus] = useState('');
  const take = async (file: File): Promise<void> => {
    setStatus('');
    setStatus(importWords(ui, await onImport(file)));
  };
  const deleteAll = async (): Promise<void> => {
    const failure = await onDeleteAll();
    setStatus(failure === null ? ui.text('deleted') : storageWords(ui, failure));
  };
  return (
    <section class="sheet" id="data">
      <h2>{ui.text('dataTitle')}</h2>
      <p class="quiet">{ui.text('dataHelp')}</p>
      <div class="actions">
        <button
          type="button"
          class="plain-button"
          id="export-all"
          onClick={() => void onExport().then((failure) => setStatus(storageWords(ui, failure)))}
        >
          {ui.text('exportAll')}
        </button>
        <FileButton id="import-file" label={ui.text('importFile')} accept="application/json,.json" onFile={take} />
      </div>
      <Status words={status} />
      <p class="quiet">{ui.text('deleteAllHelp')}</p>
      <div class="actions">
        <Confirm
          id="delete-all"
          label={ui.text('deleteAll')}
          question={ui.text('deleteAllSure')}
          yes={ui.text('deleteAllYes')}
          onYes={() => void deleteAll()}
        />
      </div>
    </section>
  );
}

const FAULT_WORDS: Readonly<Record<BackupFault['code'], MessageKey>> = {
  'too-large': 'importTooLarge',
  'no-backup': 'importNoBackup',
  newer: 'importNewer',
  unsound: 'importUnsound',
};

function importWords(ui: Ui, outcome: Awaited<ReturnType<DataSectionProps['onImport']>>): string {
  if ('stories' in outcome) return ui.text('imported', ui.count('savedStories', outcome.stories));
  const { code } = outcome;
  if (code === 'storage-full' || code === 'storage-failed') return storageWords(ui, { ...outcome, code });
  return ui.text('importFailed', ui.text(FAULT_WORDS[code], outcome.detail));
}
