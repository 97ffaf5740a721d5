/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [-8.459, 2.007, 0.247, 5.913, 2.262, -2.172, 0.446, 4.887, 0.73, -0.668, -1.867, -0.623],
  otherLanguage: [-4.454, -0.647, 19.759, 5.012, 4.047, 2.9, 4.598, 2.971, -0.429, -1.903, -1.492, -0.716],
};
