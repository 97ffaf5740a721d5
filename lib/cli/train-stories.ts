/** `npm run train:stories`: fits the decision on stories to the trial articles and writes its coefficients. */
import { fileURLToPath } from 'node:url';
import { STORY_FEATURE_NAMES } from '../match/story-features';
import { writeAtomically } from './io';
import { askTrials, fitStories } from './story-choices';
import { readTrials } from './trials';

const OUT = fileURLToPath(new URL('../match/story-coefficients.ts', import.meta.url));
const DIGITS = 4;

const trials = await readTrials();
const weights = fitStories(await askTrials(trials)).map((weight) => Number(weight.toPrecision(DIGITS)));
await writeAtomically(OUT, [
  `/** Written by \`npm run train:stories\`; see docs/matching.md. */

/** Weights of \`storyVector\`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = ${JSON.stringify(weights)};
`,
]);
STORY_FEATURE_NAMES.forEach((name, i) => void console.log(`${name.padEnd(14)}${weights[i]}`));
console.log(`${trials.length} trials, ${trials.filter(({ story }) => story !== null).length} of a story`);
