/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-5.696,1.533,0.5819,0.5331,1.361,-1.263,-1.447,-2.68,1.325,-1.626,-3.386,1.405,2.161];
