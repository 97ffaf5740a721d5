/** From the features of the stories that an article may report to the probability of each. */
import { weightedSum } from './decision';
import { STORY_WEIGHTS } from './story-coefficients';
import { type StoryFeatures, storyVector } from './story-features';

/** The logarithm of a story's odds against "none of the stories". */
export function storyOdds(features: StoryFeatures): number {
  return weightedSum(storyVector(features), STORY_WEIGHTS);
}

/** The same as if the article were of the event's own day: what it would say of an event that is told in this way. */
export function timelessOdds(features: StoryFeatures): number {
  return storyOdds({ ...features, days: 0, calendarDays: 0, dayNamed: 'none', weekdayNamed: 'none' });
}

/**
 * The probability of each of several alternatives of which one holds, or none: each story is another event, and an
 * article reports one.
 *
 * @param odds of each against none, as logarithms
 */
export function probabilitiesOf(odds: readonly number[]): number[] {
  // The largest is taken off first, so that none overflows.
  const largest = odds.reduce((most, one) => Math.max(most, one), 0);
  const parts = odds.map((one) => Math.exp(one - largest));
  const all = parts.reduce((sum, part) => sum + part, Math.exp(-largest));
  return parts.map((part) => part / all);
}
