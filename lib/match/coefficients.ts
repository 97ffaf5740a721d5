/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [
    2.626, -8.7, -1.635, -0.621, 4.11, 0.968, 6.15, 1.624, -0.497, -0.586, 2.216, 0.169, 1.264, 0.503, -1.478, -1.355,
    -0.458,
  ],
  otherLanguage: [
    4.021, -18.678, 11.235, -3.643, 3.959, 9.074, 3.325, -0.342, 1.036, 0.289, 1.648, 0.56, 1.439, -0.317, -1.546,
    -1.281, -0.517,
  ],
};
