/** Runs in a page of each browser: the engine's own sources, over the texts that the test hands in. */
import { createFingerprinter, type FingerprintSource } from '../../lib/fingerprint/fingerprint';
import { decodeLexicon } from '../../lib/lexicon/format';

async function fingerprintAll(sources: readonly FingerprintSource[]): Promise<string[]> {
  const file = new Uint8Array(await (await fetch('/lexicon.bin')).arrayBuffer());
  const fingerprinter = createFingerprinter(decodeLexicon(file));
  return sources.map((source) => JSON.stringify(fingerprinter.fingerprint(source)));
}

Object.assign(globalThis, { fingerprintAll });
