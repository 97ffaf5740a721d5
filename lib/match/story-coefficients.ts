/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-6.037,1.525,0.5167,0.6168,1.975,-1.582,-1.524,-2.781,1.595,-1.813,-3.096,1.356,2.321,1.935];
