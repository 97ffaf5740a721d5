import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FileFormatError } from '../container/container';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { damagedBytes, damagedText, FUZZ_SAMPLE, sealed } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { compileLexicon } from './compile';
import { decodeLexicon } from './format';

const numRuns = runsOf(FUZZ_SAMPLE);
const ENTRIES = [
  ['ru', 'Москва', 'p:Europe/Moscow'],
  ['ru', 'Северная Корея', 'p:KP'],
  ['en', 'train', 'c:train'],
  ['en', 'the', 'stop'],
  ['zh', '普京', 'n:btn'],
  ['hi', 'मास्को', 'p:Europe/Moscow'],
] as const;
const FILE = compileLexicon(ENTRIES.map(([lang, form, key]) => ({ lang, form, key })));

/** Reads all that a fingerprint may ask of a lexicon. */
function use(file: Uint8Array): void {
  const fingerprinter = createFingerprinter(decodeLexicon(file));
  for (const [lang, text] of ENTRIES) fingerprinter.fingerprint({ title: text, text: `${text} ${text}`, lang });
}

function expectRefusedOrSound(file: Uint8Array): void {
  try {
    use(file);
  } catch (error) {
    if (!(error instanceof FileFormatError)) throw error;
  }
}

it('a damaged lexicon is refused by its checksum', () => {
  fc.assert(fc.property(damagedBytes(FILE), expectRefusedOrSound), { numRuns });
});

it('one that was damaged before it was sealed is refused or answers', () => {
  fc.assert(
    fc.property(damagedBytes(FILE), (bytes) => expectRefusedOrSound(sealed(bytes))),
    { numRuns },
  );
});

it('a fingerprint of whatever text in whatever language has terms with keys', () => {
  const fingerprinter = createFingerprinter(decodeLexicon(FILE));
  const texts = ['Путин встретился с Арагчи в Москве, 23 июня 2025', 'पुतिन ने 1,200 करोड़ कहा', '普京23日会见', 'ပူတင်နှင့်'];
  fc.assert(
    fc.property(
      damagedText(texts),
      fc.constantFrom('en', 'ru', 'hi', 'zh', 'ja', 'th', 'my', 'ar', 'und', 'xx'),
      (text, lang) => {
        for (const { key, strength } of fingerprinter.fingerprint({ title: text.slice(0, 100), text, lang }).terms) {
          expect(key).not.toBe('');
          expect(Number.isFinite(strength)).toBe(true);
        }
      },
    ),
    { numRuns },
  );
});
