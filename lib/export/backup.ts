/** All that a reader keeps as one file, and the way back: a file may come from anywhere and is not trusted. */
import * as v from 'valibot';
import type { HistoryEntry, SavedStory } from '../library/saved-story';
import { historyEntrySchema, savedStorySchema } from '../library/schemas';
import { checkSettings, type Settings, settingsRecord } from '../settings/settings';

export interface Backup {
  readonly settings: Settings;
  readonly saved: readonly SavedStory[];
  readonly history: readonly HistoryEntry[];
}

/** Why a file cannot be imported; the detail names the place of a fault in it. */
export interface BackupFault {
  readonly code: 'too-large' | 'no-backup' | 'newer' | 'unsound';
  readonly detail: string;
}

export type ReadBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly fault: BackupFault };

const FORMAT = 'sidelight-backup';
const VERSION = 1;
/** Larger files are not read at all. */
export const MAX_BACKUP_BYTES = 50_000_000;
const MOST_SAVED = 50_000;
const MOST_READ = 5000;

const Envelope = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const Content = v.object({
  settings: v.unknown(),
  saved: v.pipe(v.array(savedStorySchema), v.maxLength(MOST_SAVED)),
  history: v.pipe(v.array(historyEntrySchema), v.maxLength(MOST_READ)),
});

/** The file that takes everything to another browser. */
export function backupFile({ settings, saved, history }: Backup): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, settings: settingsRecord(settings), saved, history });
}

/** Reads such a file. One unsound entry refuses the whole: half an import is worse than none. */
export function readBackup(text: string): ReadBackup {
  // A file has at least as many bytes as its text has characters.
  if (text.length > MAX_BACKUP_BYTES) return refused('too-large');
  const parsed = parseJson(text);
  const envelope = v.safeParse(Envelope, parsed);
  if (!envelope.success) return refused('no-backup');
  if (envelope.output.version > VERSION) return refused('newer');
  const content = v.safeParse(Content, parsed, { abortEarly: true });
  if (!content.success) {
    const [issue] = content.issues;
    return refused('unsound', `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 200));
  }
  const settings = checkSettings(content.output.settings);
  if (settings === null) return refused('unsound', 'settings');
  return { ok: true, backup: { settings, saved: content.output.saved, history: content.output.history } };
}

function refused(code: BackupFault['code'], detail = ''): ReadBackup {
  return { ok: false, fault: { code, detail } };
}

function parseJson(text: string): unknown {
  try {
    // Editors put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
