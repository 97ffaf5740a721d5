/** From features of a pair to a probability, and from that to a relation. */
import { COEFFICIENTS } from './coefficients';
import { type Decision, type DecisionCase, decide } from './decision';
import type { PairFeatures } from './features';
import type { Contradiction, Relation } from './types';

/** From this probability on a pair is called the same event. */
export const SAME_EVENT = 0.5;

/** From so many days on it makes no difference how many more. */
const LONGEST_GAP = 7;

/** How far behind the closest makes no difference from here on. */
const FAR_BEHIND = 0.5;

/** The numbers that a decision weighs, by their names, in their order. */
const MEASURES = [
  ['constant', () => 1],
  ['cosine', (f) => f.cosine],
  ['closeness', (f) => f.closeness],
  ['behind', (f) => Math.min(FAR_BEHIND, f.behind)],
  ['titles', (f) => f.titles],
  ['heads', (f) => f.heads],
  ['headConcepts', (f) => f.headConcepts],
  // From nothing in common to a little is more than from much to more.
  ['cosineLogarithm', (f) => Math.log(f.cosine + 0.02)],
  ['concepts', (f) => f.concepts],
  ['numbers', (f) => f.numbers],
  ['dates', (f) => f.dates],
  ['rarest', (f) => f.rarest],
  ['headNames', (f) => f.headNames],
  ['sameDay', (f) => (f.sameDay ? 1 : 0)],
  ['lengths', (f) => f.lengths],
  ['days', (f) => Math.min(LONGEST_GAP, f.daysApart ?? 0)],
  ['calendarDays', (f) => Math.min(LONGEST_GAP, f.calendarDaysApart ?? 0)],
  ['undated', (f) => (f.daysApart === null ? 1 : 0)],
] as const satisfies readonly (readonly [name: string, of: (f: PairFeatures) => number])[];
const MEASURE_OF = MEASURES.map(([, of]) => of);

/** What `featureVector` gives, in its order. */
export const FEATURE_NAMES = MEASURES.map(([name]) => name);
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** The features as numbers, the constant first. */
export function featureVector(features: PairFeatures): readonly number[] {
  return MEASURE_OF.map((of) => of(features));
}

/** With fewer terms a text is a headline and a sentence or two, as feeds give it. */
export const SHORT = 28;

/** Which decision judges a pair. Two articles of one language share common words too; a headline in another language shares little even of its own event. */
export function caseOf({ sameLanguage, shortest }: PairFeatures): DecisionCase {
  if (sameLanguage) return 'sameLanguage';
  return shortest < SHORT ? 'headlines' : 'otherLanguage';
}

/** The probability that both report one event. */
export function probabilityOf(features: PairFeatures): number {
  return probabilityBy(COEFFICIENTS[caseOf(features)], features);
}

/**
 * The probability that a decision gives. Where a date is unknown the weighted sum decides alone: the trees have learnt
 * what counts on the same day, and would be as bold about another year's neighbours.
 */
export function probabilityBy(decision: Decision, features: PairFeatures, vector = featureVector): number {
  return decide(features.daysApart === null ? { ...decision, trees: [] } : decision, vector(features));
}

/** Names that both heads share, in units of the rarest possible, from which on the actors are the same. */
const SAME_ACTORS = 1;

/** What speaks against one event where both heads name the same people: they name other days, or other places. */
export function contradictionsOf(features: PairFeatures): Contradiction[] {
  if (features.headNames < SAME_ACTORS) return [];
  const found: Contradiction[] = [];
  if (features.otherDays) found.push('other-day');
  if (features.otherPlaces) found.push('other-place');
  return found;
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
