/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [
    2.28, -8.304, -2.11, -0.806, 4.035, 0.455, 0.91, 6.127, 1.702, -0.461, -0.138, 2.32, 0.159, 1.075, 0.515, -1.459,
    -1.345, -0.446,
  ],
  otherLanguage: [
    2.631, -15.291, 9.121, -3.651, 5.124, 1.402, 4.932, 3.066, -1.494, 1.369, 0.533, 2.096, 0.655, 1.246, -0.325,
    -1.243, -1.367, -0.558,
  ],
};
