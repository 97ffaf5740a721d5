/** From features of a pair to a probability, and from that to a relation. */
import type { Relation } from './types';

/** From this probability on a pair is called the same event. */
export const SAME_EVENT = 0.5;

/** What is known of an article and a candidate. */
export interface PairFeatures {
  /** Cosine of the weighted terms, corrected for neighbours: 2·cos − how near both are to what is nearest to them. */
  readonly closeness: number;
  /** Cosine of the weighted terms, names counted by how alike they sound. */
  readonly cosine: number;
  /** Days apart, at least 0; null where a date is unknown. */
  readonly daysApart: number | null;
}

export interface Coefficients {
  readonly bias: number;
  readonly closeness: number;
  readonly cosine: number;
  /** Per day apart, up to a week. */
  readonly days: number;
  /** Where a date is unknown. */
  readonly undated: number;
}

/** Fitted by `npm run train` on the labelled article pairs; see docs/matching.md. */
export const ARTICLE_COEFFICIENTS: Coefficients = { bias: -5.2, closeness: 9, cosine: 12, days: -0.45, undated: -0.6 };

const LONGEST_GAP = 7;

/** The probability that both report one event. */
export function probabilityOf(features: PairFeatures, coefficients: Coefficients): number {
  const { closeness, cosine, daysApart } = features;
  const time =
    daysApart === null ? coefficients.undated : coefficients.days * Math.min(LONGEST_GAP, Math.max(0, daysApart));
  return logistic(coefficients.bias + coefficients.closeness * closeness + coefficients.cosine * cosine + time);
}

/** 1 / (1 + e^−x) */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** A pair as close as this tells of the same running story, whatever its dates. */
const SAME_STORY = 0.13;
const RELATED = 0.08;

/**
 * The relation of a candidate to an article. What is not the same event but of the same running story, and a day or
 * more earlier, is background.
 *
 * @param daysLater calendar days from the candidate to the article; null where a date is unknown
 */
export function relationOf(probability: number, cosine: number, daysLater: number | null): Relation {
  if (probability >= SAME_EVENT) return 'same-event';
  if (cosine >= SAME_STORY && daysLater !== null && daysLater >= 1) return 'background';
  return cosine >= RELATED ? 'related' : 'none';
}
