import { feedAddress } from '../../coverage/followed-feed';

/** Longer than that nobody waits. */
const TIMEOUT_MS = 20_000;

/**
 * Where an address leads by now: one request, at the reader's click, that follows. Null where it leads nowhere on the
 * secure web, and where the browser does not tell: it does where the end lets other origins read it, or is granted.
 */
export async function findNewAddress(address: string): Promise<string | null> {
  const stop = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop,
    });
    await response.body?.cancel();
    return feedAddress(response.url);
  } catch {
    return null;
  }
}
