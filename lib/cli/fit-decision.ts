/** The learnt decision out of labelled examples. */
import type { Decision } from '../match/decision';
import { type Example, fitLogistic } from './fit-logistic';
import { fitTrees } from './fit-trees';

/** Weights first, then trees that correct them. */
export function fitDecision(examples: readonly Example[]): Decision {
  const weights = fitLogistic(examples);
  return { weights, trees: fitTrees(examples, weights) };
}
