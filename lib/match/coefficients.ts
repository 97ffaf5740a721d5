/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [-9.147, 1.631, 0.086, 5.979, 3.199, -2.393, 0.484, 5.584, 0.762, -0.673, -1.766, -0.542],
  otherLanguage: [-4.345, -0.333, 18.723, 6.386, 4.222, 2.346, 4.499, 3.308, -0.536, -1.872, -1.452, -0.632],
};
