/** Written by `npm run train:stories`; see docs/matching.md. */

/** Weights of `storyVector`. */
// biome-ignore format: written by a program
export const STORY_WEIGHTS: readonly number[] = [-5.54,1.503,0.5406,0.6079,1.428,-1.626,-1.53,-2.8,1.615,-1.86,-3.168,1.38,2.379,1.928];
