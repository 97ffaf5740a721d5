/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [-9.147, 1.631, 0.086, 5.979, 3.198, -2.393, 0.484, 5.584, 0.762, -0.672, -1.766, -0.542],
  otherLanguage: [-4.346, -0.35, 18.746, 6.365, 4.229, 2.338, 4.504, 3.308, -0.531, -1.882, -1.452, -0.633],
};
