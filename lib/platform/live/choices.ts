import { browser } from 'wxt/browser';
import { type LiveChoices, readLiveChoices } from '../../coverage/live-choices';

const KEY = 'live';

/** What the reader has chosen about live coverage. */
export async function loadLiveChoices(): Promise<LiveChoices> {
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY);
  return readLiveChoices(stored[KEY]);
}

/** Changes some of these choices, one change after the other. */
export async function changeLiveChoices(change: Partial<LiveChoices>): Promise<void> {
  await navigator.locks.request('live-choices', async () => {
    await browser.storage.local.set({ [KEY]: { ...(await loadLiveChoices()), ...change } });
  });
}

/** Calls back with the choices as they are, and after every change; returns how to stop. */
export function watchLiveChoices(onChoices: (choices: LiveChoices) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (KEY in changes) onChoices(readLiveChoices(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  void loadLiveChoices().then(onChoices);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
