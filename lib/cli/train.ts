/** `npm run train`: fits the decision of `lib/match/relation.ts` to labelled pairs and writes its coefficients. */
import { fileURLToPath } from 'node:url';
import { benchFolder } from './bench';
import { fitLogistic } from './fit-logistic';
import { CommandError, writeAtomically } from './io';
import { examplesOf, labelledPairs } from './labelled-pairs';

const OUT = fileURLToPath(new URL('../match/coefficients.ts', import.meta.url));
/** More candidates than a reader is shown: the decision must also know what is far off. */
export const TRAINING_CANDIDATES = { perLanguage: 8, sameLanguage: true, every: 1 };

const LINE = 120;

/** Numbers in lines as the formatter breaks them. */
function filled(numbers: readonly string[]): string {
  const lines = ['   '];
  for (const number of numbers) {
    const last = lines.at(-1) ?? '';
    if (`${last} ${number},`.length > LINE) lines.push(`    ${number},`);
    else lines[lines.length - 1] = `${last} ${number},`;
  }
  return lines.join('\n');
}

async function main(): Promise<void> {
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const pairs = await labelledPairs(`${bench}/bd/articles.jsonl`, TRAINING_CANDIDATES);
  const coefficients = (same: boolean): string => {
    const weights = fitLogistic(examplesOf(pairs.filter(({ features }) => features.sameLanguage === same)));
    return `[\n${filled(weights.map((weight) => String(Number(weight.toFixed(3)))))}\n  ]`;
  };
  await writeAtomically(OUT, [
    `/** Written by \`npm run train\`; see docs/matching.md. Order: that of \`featureVector\`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: ${coefficients(true)},
  otherLanguage: ${coefficients(false)},
};
`,
  ]);
  console.log(`${pairs.length} pairs, ${pairs.filter((pair) => pair.sameEvent).length} of the same event`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
