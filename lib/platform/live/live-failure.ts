import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { StorageFailure } from '../../library/storage-failure';

/** Why what came in could last not be kept; in memory, since nothing else can be written. */
const KEY = 'live-failure';

const Failure = v.object({
  code: v.picklist(['storage-full', 'storage-failed']),
  detail: v.string(),
}) satisfies v.GenericSchema<unknown, StorageFailure>;

/** Notes why something could not be kept; null where it could. */
export async function noteFailure(failure: StorageFailure | null): Promise<void> {
  if (failure === null) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: failure });
}

/** Calls back with why what came in last could not be kept, null where it was, now and when that changes. */
export function watchLiveFailure(onFailure: (failure: StorageFailure | null) => void): () => void {
  const tell = async (): Promise<void> => {
    const stored: Record<string, unknown> = await browser.storage.session.get(KEY);
    const failure = v.safeParse(Failure, stored[KEY]);
    onFailure(failure.success ? failure.output : null);
  };
  const listener = (changes: Record<string, unknown>): void => {
    if (KEY in changes) void tell();
  };
  browser.storage.session.onChanged.addListener(listener);
  void tell();
  return () => browser.storage.session.onChanged.removeListener(listener);
}
