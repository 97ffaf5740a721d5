/**
 * The learnt decision: a weighted sum of features, and small trees that correct it where features only count together
 * (a shared name says more on the same day). The sum of both is the logarithm of the odds.
 */

/** A number to add, or a question: of a feature below or at a bound the first branch is taken, above it the second. */
export type Tree = number | readonly [feature: number, bound: number, below: Tree, above: Tree];

export interface Decision {
  /** Weights of the features, in their order. */
  readonly weights: readonly number[];
  readonly trees: readonly Tree[];
}

/** Which decision judges a pair: two articles of one language, of two, or a headline in another language. */
export const DECISION_CASES = ['sameLanguage', 'otherLanguage', 'headlines'] as const;
export type DecisionCase = (typeof DECISION_CASES)[number];

/** The probability that a decision gives to features. */
export function decide({ weights, trees }: Decision, features: readonly number[]): number {
  return logistic(trees.reduce((sum: number, tree) => sum + answerOf(tree, features), weightedSum(features, weights)));
}

/** What a tree adds for these features. */
export function answerOf(tree: Tree, features: readonly number[]): number {
  let at = tree;
  while (typeof at !== 'number') at = (features[at[0]] ?? 0) <= at[1] ? at[2] : at[3];
  return at;
}

/** The sum of features times weights. */
export function weightedSum(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0);
}

/** 1 / (1 + e^−x) */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
