/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [3.156, -5.771, -1.316, -0.339, 3.793, 1.618, 6.304, -2.323, -0.66, -0.185, 2.174, 0.151, 1.382, 0.535, -0.917, -1.354, -0.37],
  otherLanguage: [-1.648, -15.665, 17.3, -3.567, 3.926, 7.926, 1.214, 2.081, 2.042, 0.822, 3.31, 1.418, 1.697, -0.438, -2.651, -1.365, -0.548],
};
