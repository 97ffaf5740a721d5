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

/** Why what came in last could not be kept; null where it was. */
export async function loadLiveFailure(): Promise<StorageFailure | null> {
  const stored: Record<string, unknown> = await browser.storage.session.get(KEY);
  const failure = v.safeParse(Failure, stored[KEY]);
  return failure.success ? failure.output : null;
}
