/** All that the reader keeps, at once: taken along as a file, brought back, deleted. */
import { browser } from 'wxt/browser';
import { type Backup, type BackupFault, backupFile, MAX_BACKUP_BYTES, readBackup } from '../export/backup';
import type { HistoryEntry } from '../library/saved-story';
import { historyEntrySchema, savedStorySchema, soundOnes } from '../library/schemas';
import type { StorageFailure } from '../library/storage-failure';
import type { Settings } from '../settings/settings';
import { changeBoth, failureOf, historyTable, keep, savedTable } from './database';
import { forgetOldest, listHistory } from './history';
import { listSaved } from './library';
import { clearLive } from './live/database';
import { giveBack } from './live/granted';
import { download } from './pass-on';
import { changeSettings, clearSettings, loadSettings } from './settings';

/** What became of an import: how many stories came, or why nothing did. */
export type ImportOutcome = { readonly stories: number } | BackupFault | StorageFailure;

/** What the section "Your data" asks for. */
export const dataHandlers = { onExport: exportAll, onImport: importFile, onDeleteAll: deleteEverything };

/** Hands everything over as a file; null where that was done. */
export function exportAll(): Promise<StorageFailure | null> {
  return keep(async () => {
    const [settings, saved, history] = await Promise.all([loadSettings(), listSaved(), listHistory()]);
    const day = new Date().toISOString().slice(0, 10);
    const text = backupFile({ settings, saved, history });
    download({ name: `sidelight-${day}.json`, type: 'application/json', text });
  });
}

/**
 * Takes in a file that `exportAll` made: its settings take the place of those here, its stories and history are added to
 * those here. All of that is done, or nothing.
 */
export async function importFile(file: Blob): Promise<ImportOutcome> {
  if (file.size > MAX_BACKUP_BYTES) return { code: 'too-large', detail: '' };
  try {
    const read = readBackup(await file.text());
    if (!read.ok) return read.fault;
    const { backup } = read;
    // First what can be taken back: a transaction that is done cannot.
    const before = await replaceSettings(backup.settings);
    const failure = await keep(() => changeBoth(() => merge(backup)));
    if (failure === null) return { stories: backup.saved.length };
    await replaceSettings(before);
    return failure;
  } catch (error) {
    return failureOf(error);
  }
}

/** Puts settings in place of those here; returns the latter. */
async function replaceSettings(settings: Settings): Promise<Settings> {
  let replaced = settings;
  await changeSettings((before) => {
    replaced = before;
    return settings;
  });
  return replaced;
}

/** Of a story that both sides have the one saved later is kept; entries of the history that are here already, once. */
async function merge({ saved, history }: Backup): Promise<void> {
  const here = soundOnes(await savedTable.bulkGet(saved.map(({ id }) => id)), savedStorySchema);
  const later = new Map(here.map(({ id, savedAt }) => [id, savedAt]));
  await savedTable.bulkPut(saved.filter(({ id, savedAt }) => savedAt >= (later.get(id) ?? '')));
  const listed = new Set(soundOnes(await historyTable.toArray(), historyEntrySchema).map(visitOf));
  await historyTable.bulkAdd(history.filter((entry) => !listed.has(visitOf(entry))));
  await forgetOldest();
}

function visitOf({ readAt, page }: HistoryEntry): string {
  return `${readAt} ${page.url ?? page.title}`;
}

/**
 * Deletes settings, saved stories, history, feeds with all that came from them, what is known of open tabs, and the
 * permissions for sites. Each is tried even where another fails; null where all was done.
 */
export async function deleteEverything(): Promise<StorageFailure | null> {
  const done = await Promise.allSettled([
    changeBoth(async () => {
      await savedTable.clear();
      await historyTable.clear();
    }),
    // In this order, so that no feed is asked for any more when its permission goes.
    clearLive().finally(forgetSites),
    clearSettings(),
    browser.storage.session.clear(),
  ]);
  const failed = done.find((one) => one.status === 'rejected');
  return failed === undefined ? null : failureOf(failed.reason);
}

/** Gives back what the reader granted for sites. */
async function forgetSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await giveBack(origins);
}
