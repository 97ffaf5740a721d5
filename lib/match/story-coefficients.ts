/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-6.044,1.523,0.5185,0.6196,1.98,-1.583,-1.534,-2.783,1.592,-1.818,-3.101,1.357,2.322,1.934];
