/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [-3.242, -2.048, 4.969, -0.147, -1.985, -0.497],
  otherLanguage: [-2.437, 9.862, 26.167, -1.597, -1.711, -0.643],
};
