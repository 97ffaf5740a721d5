import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { completeReading } from '../article/complete-reading';
import { parseReading } from '../article/parse-reading';
import { readPage } from '../article/read-page';
import { readStories } from '../cli/build-data';
import { loadBundled } from '../cli/bundled';
import { parseDocument } from '../cli/dom';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { decodeLexicon } from '../lexicon/format';
import { createEngine } from './engine';

const ARTICLES = 1000;
const WARM = 200;
/** Memos are bounded, and are thrown away by halves: what may lie between a fresh half and a full one. Unbounded it is 20e6. */
const MOST_GROWTH_BYTES = 16e6;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heap(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

it(`holds no more memory after ${ARTICLES} articles than after the first`, async () => {
  const { lexicon, index } = await loadBundled();
  const engine = createEngine(lexicon, index);
  const stories = await readStories();
  let found = 0;
  let warm = 0;
  for (let turn = 0; turn < ARTICLES; turn++) {
    const story = stories[turn % stories.length];
    const languages = Object.keys(story?.titles ?? {});
    const lang = languages[turn % languages.length] ?? 'en';
    const title = story?.titles[lang] ?? '';
    // Words that no other article has: what is remembered of words must not grow with them.
    const own = Array.from({ length: 30 }, (_, n) => `Nam${turn.toString(36)}e${(n * 7919 + turn).toString(36)}`);
    const body = Array.from({ length: 4 }, () => `<p>${title}. ${own.join(' ')}, ${title}.</p>`).join('');
    const html = `<html lang="${lang}"><title>${title}</title><article><h1>${title}</h1>${body}</article></html>`;
    const page = completeReading(parseReading(readPage(parseDocument(html), `https://a.example/${turn}`)));
    if (page.kind !== 'article') throw new Error(`${story?.id} is no article`);
    if (engine.findCoverage(page).sameEvent.length > 0) found++;
    if (turn === WARM) warm = heap();
  }
  expect(found).toBeGreaterThan(ARTICLES / 2);
  expect(heap() - warm).toBeLessThan(MOST_GROWTH_BYTES);
}, 240_000);

it('remembers words, not the articles that they were read in', async () => {
  const fingerprinter = createFingerprinter(decodeLexicon((await loadBundled()).lexicon), 10_000);
  const filler = Array.from({ length: 1500 }, (_, n) => `filler${n % 90}`).join(' ');
  const read = (from: number, to: number): void => {
    for (let turn = from; turn < to; turn++) {
      // Long enough that an engine would keep it as a window on the text.
      const word = `Unternehmensberatungsgesellschaft${turn.toString(36)}`;
      fingerprinter.fingerprint({ title: '', text: `${word} kam. ${turn} ${filler}`, lang: 'de' });
    }
  };
  read(0, 100);
  const before = heap();
  read(100, 500);
  // The 400 texts have 12,000 characters each.
  expect(heap() - before).toBeLessThan(2_000_000);
});
