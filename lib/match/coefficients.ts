/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [-9.147, 1.631, 0.086, 5.979, 3.198, -2.393, 0.484, 5.584, 0.762, -0.672, -1.766, -0.542],
  otherLanguage: [-4.347, -0.345, 18.743, 6.359, 4.227, 2.345, 4.506, 3.308, -0.531, -1.881, -1.453, -0.634],
};
