/** The learnt decisions out of labelled pairs. */
import type { Decision, DecisionCase } from '../match/decision';
import { FEATURE_NAMES, type FeatureName, featureVector } from '../match/relation';
import { type Example, fitLogistic, type Sign } from './fit-logistic';
import { fitTrees } from './fit-trees';
import { examplesOf, type LabelledPair } from './labelled-pairs';

/** Labelled pairs to learn from. */
export interface TrainingPairs {
  /** Whole reports with each other. */
  readonly reports: readonly LabelledPair[];
  /** The same reports with what a feed says of the others: the headline and a sentence; the headline alone. */
  readonly headlines: readonly LabelledPair[];
  readonly titles: readonly LabelledPair[];
  /** Blurbs of a line, in many languages, with each other. */
  readonly blurbs: readonly LabelledPair[];
}

/** Many feeds give more than a headline. */
const TITLE_WEIGHT = 0.5;
/** There are many blurbs, and none of them is a neighbour of another event as reports of one running story are. */
const BLURB_WEIGHT = 0.03;
/** What has less in common is no candidate of anything. */
const FAR = 0.03;

/**
 * Headlines share little, and examples are nowhere as near as the same report twice: what makes two articles alike must
 * not speak against them there.
 */
const SIGNS: Readonly<Record<FeatureName, Sign>> = {
  constant: 0,
  cosine: 1,
  closeness: 1,
  behind: -1,
  titles: 1,
  heads: 1,
  headConcepts: 1,
  cosineLogarithm: 1,
  concepts: 1,
  numbers: 1,
  dates: 1,
  rarest: 1,
  headNames: 1,
  sameDay: 1,
  lengths: 0,
  days: -1,
  calendarDays: -1,
  undated: 0,
};

/** Weights first, then trees that correct them where both dates are known. */
export function fitDecision(examples: readonly Example[], signs: readonly Sign[] = []): Decision {
  const weights = fitLogistic(examples, signs);
  const dated = examples.filter(({ undated = false }) => !undated);
  return { weights, trees: fitTrees(dated, weights) };
}

/** The decision of a case. That on headlines learns from whole reports too, which have the neighbours to be told apart. */
export function fitCase(wanted: DecisionCase, pairs: TrainingPairs, vector = featureVector): Decision {
  const { reports, headlines, titles, blurbs } = pairs;
  const sameLanguage = wanted === 'sameLanguage';
  const whole = examplesOf(
    reports.filter(({ features }) => features.sameLanguage === sameLanguage),
    vector,
  );
  if (wanted !== 'headlines') return fitDecision(whole);
  const examples = [
    ...whole,
    ...examplesOf(headlines.filter(isNear), vector),
    ...examplesOf(titles.filter(isNear), vector, TITLE_WEIGHT),
    ...examplesOf(blurbs.filter(isNear), vector, BLURB_WEIGHT),
  ];
  return fitDecision(
    examples,
    FEATURE_NAMES.map((name) => SIGNS[name]),
  );
}

function isNear({ features }: LabelledPair): boolean {
  return features.cosine > FAR;
}
