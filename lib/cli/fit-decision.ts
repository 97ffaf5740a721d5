/** The learnt decision out of labelled examples. */
import type { Decision } from '../match/decision';
import { type Example, fitLogistic } from './fit-logistic';
import { fitTrees } from './fit-trees';

/** Weights first, then trees that correct them where both dates are known. */
export function fitDecision(examples: readonly Example[]): Decision {
  const weights = fitLogistic(examples);
  const dated = examples.filter(({ undated = false }) => !undated);
  return { weights, trees: fitTrees(dated, weights) };
}
