/** `npm run train`: fits the decision of `lib/match/relation.ts` to labelled pairs and writes its coefficients. */
import { fileURLToPath } from 'node:url';
import { benchFolder } from './bench';
import { fitDecision } from './fit-decision';
import { CommandError, writeAtomically } from './io';
import { examplesOf, labelledPairs } from './labelled-pairs';

const OUT = fileURLToPath(new URL('../match/coefficients.ts', import.meta.url));
/** More candidates than a reader is shown: the decision must also know what is far off. */
export const TRAINING_CANDIDATES = { perLanguage: 8, sameLanguage: true, every: 1 };

const DIGITS = 4;

/** Numbers short, as deep as they lie. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
}

async function main(): Promise<void> {
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const pairs = await labelledPairs(`${bench}/bd/articles.jsonl`, TRAINING_CANDIDATES);
  const decision = (same: boolean): string => {
    const { weights, trees } = fitDecision(examplesOf(pairs.filter(({ features }) => features.sameLanguage === same)));
    const lines = trees.map((tree) => `    ${JSON.stringify(tree, rounded)},`);
    return `{\n  weights: ${JSON.stringify(weights, rounded)},\n  trees: [\n${lines.join('\n')}\n  ],\n}`;
  };
  await writeAtomically(OUT, [
    `/** Written by \`npm run train\`; see docs/matching.md. Features by their number in \`featureVector\`. */
import type { Decision } from './decision';

// biome-ignore format: written by a program
export const SAME_LANGUAGE: Decision = ${decision(true)};

// biome-ignore format: written by a program
export const OTHER_LANGUAGE: Decision = ${decision(false)};
`,
  ]);
  console.log(`${pairs.length} pairs, ${pairs.filter((pair) => pair.sameEvent).length} of the same event`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
