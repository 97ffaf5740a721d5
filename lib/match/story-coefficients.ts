/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-3.094,1.421,0.2836,1.448,-1.919,-2.759,-2.892,0.6041,-1.645,-5.222,0.2642];
