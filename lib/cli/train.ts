/** `npm run train`: fits the decision of `lib/match/relation.ts` to labelled pairs and writes its coefficients. */
import { fileURLToPath } from 'node:url';
import { DECISION_CASES, type DecisionCase } from '../match/decision';
import { benchFolder } from './bench';
import { fitCase } from './fit-decision';
import { CommandError, writeAtomically } from './io';
import { trainingPairs } from './training-pairs';

const OUT = fileURLToPath(new URL('../match/coefficients.ts', import.meta.url));
const DIGITS = 4;

/** Numbers short, as deep as they lie. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
}

async function main(): Promise<void> {
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const pairs = await trainingPairs(bench);
  const decision = (wanted: DecisionCase): string => {
    const { weights, trees } = fitCase(wanted, pairs);
    const lines = trees.map((tree) => `      ${JSON.stringify(tree, rounded)},`);
    return `  ${wanted}: {\n    weights: ${JSON.stringify(weights, rounded)},\n    trees: [\n${lines.join('\n')}\n    ],\n  },`;
  };
  await writeAtomically(OUT, [
    `/** Written by \`npm run train\`; see docs/matching.md. Features by their number in \`featureVector\`. */
import type { Decision, DecisionCase } from './decision';

// biome-ignore format: written by a program
export const COEFFICIENTS: Readonly<Record<DecisionCase, Decision>> = {
${DECISION_CASES.map(decision).join('\n')}
};
`,
  ]);
  for (const name of ['reports', 'headlines', 'titles', 'blurbs'] as const) {
    const same = pairs[name].filter(({ sameEvent }) => sameEvent);
    console.log(`${name}: ${pairs[name].length} pairs, ${same.length} of the same event`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
