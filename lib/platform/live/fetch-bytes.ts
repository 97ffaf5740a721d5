import type { SubscriptionState } from '../../coverage/subscription';

/** Bytes from an address, or how asking for them ended. */
export type FetchedBytes =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: SubscriptionState; readonly detail: string };

const TIMEOUT_MS = 60_000;

/** Fetches a file whole, within bounds; no cookies, no referrer, no redirections, as with feeds. */
export async function fetchBytes(address: string, limit: number): Promise<FetchedBytes> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    if (response.type === 'opaqueredirect') return { state: 'moved', detail: '' };
    if (!response.ok) return { state: 'refused', detail: String(response.status) };
    const bytes = await readAll(response, limit);
    return bytes === null ? { state: 'too-large', detail: '' } : { bytes };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { state: stop.signal.aborted ? 'timeout' : 'unreachable', detail };
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function readAll({ body }: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.length;
    if (length > limit) return null;
    chunks.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The SHA-256 of bytes, hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
