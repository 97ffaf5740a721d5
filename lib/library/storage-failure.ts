/** Why something could not be kept: there is no room, or the browser's own words for anything else. */
export interface StorageFailure {
  readonly code: 'storage-full' | 'storage-failed';
  readonly detail: string;
}

/** How deep an error may be wrapped in others. */
const MAX_DEPTH = 5;

/**
 * Turns whatever storing threw into a failure. A full disk shows as a `QuotaExceededError`, which a database wraps in the
 * error of its transaction, or lists among those of many records.
 */
export function toStorageFailure(error: unknown): StorageFailure {
  // Databases add the stack of what they wrap.
  const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { code: isQuota(error, 0) ? 'storage-full' : 'storage-failed', detail };
}

function isQuota(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  const listed: unknown = 'failures' in error ? error.failures : [];
  const within: unknown[] = [Reflect.get(error, 'inner'), Reflect.get(error, 'cause')];
  return [...within, ...(Array.isArray(listed) ? listed.slice(0, 1) : [])].some((one) => isQuota(one, depth + 1));
}
