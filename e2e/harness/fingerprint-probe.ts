import { createFingerprinter, type FingerprintSource } from '../../lib/fingerprint/fingerprint';
import { decodeLexicon } from '../../lib/lexicon/format';

/** Built into one script for a browser: fingerprints of texts by the lexicon at an address, as one string. */
export async function fingerprintAll(lexiconUrl: string, sources: readonly FingerprintSource[]): Promise<string> {
  const response = await fetch(lexiconUrl);
  const fingerprinter = createFingerprinter(decodeLexicon(new Uint8Array(await response.arrayBuffer())));
  return JSON.stringify(sources.map((source) => fingerprinter.fingerprint(source)));
}
