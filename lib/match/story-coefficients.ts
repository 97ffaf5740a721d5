/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-5.686,1.522,0.5735,0.4982,1.434,-1.524,-1.628,-2.671,1.393,-1.774,-3.267,1.462,2.221];
