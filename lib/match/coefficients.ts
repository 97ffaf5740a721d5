/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [
    2.492, -7.817, -1.503, -0.555, 3.979, -0.271, 0.769, 6.073, 1.125, -0.357, -0.596, 2.256, 0.169, 1.219, 0.608,
    -1.454, -1.401, -0.482,
  ],
  otherLanguage: [
    4.299, -16.069, 10.872, -3.428, 3.689, 0.396, 5.462, 3.494, -3.397, 1.261, 0.211, 1.916, 0.713, 1.367, -0.3, -1.411,
    -1.344, -0.565,
  ],
};
