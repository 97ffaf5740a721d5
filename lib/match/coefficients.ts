/** Written by `npm run train`; see docs/matching.md. Order: that of `featureVector`. */
import type { Coefficients } from './relation';

export const COEFFICIENTS: Readonly<Record<'sameLanguage' | 'otherLanguage', Coefficients>> = {
  sameLanguage: [
    5.4, -8.721, -1.05, 3.807, 1.423, 7.103, -2.142, -0.503, -0.559, 1.643, 0.208, 1.275, 0.429, -1.144, -1.479, -0.436,
  ],
  otherLanguage: [
    -1.077, -16.121, 18.472, 3.808, 8.513, 1.384, 1.754, 1.893, 0.77, 3.232, 1.252, 1.632, -0.439, -2.46, -1.345,
    -0.448,
  ],
};
