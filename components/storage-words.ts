import type { StorageFailure } from '../lib/library/storage-failure';
import type { Ui } from './ui';

/** Why something could not be kept, in words; none where it was. */
export function storageWords(ui: Ui, failure: StorageFailure | null): string {
  if (failure === null) return '';
  return failure.code === 'storage-full' ? ui.text('storageFull') : ui.text('storageFailed', failure.detail);
}
