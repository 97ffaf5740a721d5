/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [
    2.247, -8.289, -1.925, -0.805, 4.052, 0.283, 0.9, 6.052, 1.658, -0.405, -0.55, 2.404, 0.162, 1.258, 0.478, -1.444,
    -1.374, -0.461,
  ],
  otherLanguage: [
    3.353, -15.764, 9.6, -3.621, 4.49, 1.719, 4.755, 3.295, -1.699, 1.289, 0.313, 1.83, 0.665, 1.368, -0.273, -1.385,
    -1.324, -0.551,
  ],
};
