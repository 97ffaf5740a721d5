/**
 * `npm run bench:live`: the labelled headlines as items of feeds, through all that live coverage does with them, beside the
 * engine alone; and the CPU time and room that fifty thousand items take.
 */
import { readFile } from 'node:fs/promises';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { benchFolder } from './bench';
import { loadLexicon } from './bundled';
import type { Labelled } from './live/feed-items';
import { judgeItems } from './live/judge-items';
import { measureRound } from './live/measure-round';
import { measureSize } from './live/measure-size';

async function main(): Promise<void> {
  const bench = benchFolder();
  if (bench === null) {
    console.log('No labelled data here: set SIDELIGHT_BENCH');
    return;
  }
  const fingerprinter = createFingerprinter(await loadLexicon());
  const lines = (await readFile(`${bench}/itn/articles.jsonl`, 'utf8')).trim().split('\n');
  const articles = lines.map((line): Labelled => JSON.parse(line));
  await judgeItems(articles, fingerprinter);
  await measureSize();
  await measureRound(articles, fingerprinter);
}

await main();
