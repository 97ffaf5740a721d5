import { type Feed, parseCatalogue } from '../../coverage/catalogue';

/** The catalogue of the package; empty where it cannot be read: an address can still be followed. */
export async function loadCatalogue(): Promise<readonly Feed[]> {
  try {
    const reply = await fetch('/feeds.json');
    return parseCatalogue(await reply.json());
  } catch {
    return [];
  }
}
