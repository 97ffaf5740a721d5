/** Why something could not be kept: there is no room, or the browser's own words for anything else. */
export interface StorageFailure {
  readonly code: 'storage-full' | 'storage-failed';
  readonly detail: string;
}

/** How deep an error may be wrapped in others. */
const MAX_DEPTH = 5;

/**
 * Turns whatever storing threw into a failure. A full disk shows as a `QuotaExceededError`, which a database wraps in the
 * error of its transaction.
 */
export function toStorageFailure(error: unknown): StorageFailure {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: isQuota(error, 0) ? 'storage-full' : 'storage-failed', detail };
}

function isQuota(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  return ['inner', 'cause'].some((key) => isQuota(Reflect.get(error, key), depth + 1));
}
