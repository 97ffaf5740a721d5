/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-5.59,1.543,0.5886,0.4712,1.173,-1.133,-1.539,-2.699,1.573,-1.515,-3.146,1.433,2.121];
