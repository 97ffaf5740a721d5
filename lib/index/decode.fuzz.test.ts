import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FileFormatError } from '../container/container';
import { damagedBytes, FUZZ_SAMPLE, sealed } from '../fuzz.testing';
import { runsOf } from '../property-runs.testing';
import { decodeIndex } from './decode';
import { encodeIndex } from './encode';

const report = { outlet: 'Paper', lang: 'bn', date: null, url: 'https://paper.example/1', headline: 'Two' };
const FILE = encodeIndex(
  ['a', 'b', 'c'].map((id) => ({
    document: {
      id,
      kind: 'story',
      lang: 'mul',
      date: '2025-06-23',
      titles: { en: id, hi: 'एक' },
      url: null,
      site: null,
      coverage: [report],
      follows: [],
    },
    terms: ['n:btn', `n:${id}`].map((key) => ({
      key,
      kind: 'name',
      strength: 1,
      place: 'body',
      forms: [{ lang: 'hi', text: key }],
    })),
  })),
);

/** Reads all that a search and the panel may ask of an index. */
function use(file: Uint8Array): void {
  const index = decodeIndex(file);
  for (let number = 0; number < index.size; number++) {
    for (const { url } of index.document(number).coverage) expect(url).toMatch(/^https?:/);
    index.terms(number);
  }
  index.lookup('n:btn');
}

it('a damaged index is refused or sound, with a checksum that fits and without', () => {
  fc.assert(
    fc.property(damagedBytes(FILE), fc.boolean(), (bytes, seal) => {
      try {
        use(seal ? sealed(bytes) : bytes);
      } catch (error) {
        if (!(error instanceof FileFormatError)) throw error;
      }
    }),
    { numRuns: runsOf(FUZZ_SAMPLE) },
  );
});
