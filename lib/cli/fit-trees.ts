/**
 * Gradient boosting with small trees on top of a weighted sum (Friedman, Greedy Function Approximation, 2001; the gain
 * and the leaves by second derivatives as in Chen and Guestrin, XGBoost, 2016).
 */
import { answerOf, logistic, type Tree, weightedSum } from '../match/decision';
import type { Example } from './fit-logistic';

const ROUNDS = 80;
/** Two questions one after the other: a pair of features at a time. */
const DEPTH = 2;
const LEARNING_RATE = 0.1;
/** Ridge on a leaf's answer. */
const RIDGE = 5;
/** A leaf needs so much second derivative, or it would learn single examples. */
const MIN_CURVATURE = 2;
const MIN_GAIN = 1e-3;

/** Examples in the order of each feature. */
type Orders = readonly Uint32Array[];

interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Trees that correct the sum of the weighted features. */
export function fitTrees(examples: readonly Example[], weights: readonly number[]): Tree[] {
  const sums = Float64Array.from(examples, ({ features }) => weightedSum(features, weights));
  const orders = ordersOf(examples);
  const trees: Tree[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = slopesOf(examples, sums);
    const tree = grow(examples, slopes, orders, DEPTH);
    trees.push(tree);
    examples.forEach(({ features }, i) => {
      sums[i] = (sums[i] ?? 0) + answerOf(tree, features);
    });
  }
  return trees;
}

/** Sorted once: every branch keeps the order. */
function ordersOf(examples: readonly Example[]): Orders {
  const features = examples[0]?.features.length ?? 0;
  return Array.from({ length: features }, (_, feature) => {
    const values = Float64Array.from(examples, (example) => example.features[feature] ?? 0);
    return Uint32Array.from(examples, (_example, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  });
}

/** First and second derivative of the loss at each example. */
function slopesOf(examples: readonly Example[], sums: Float64Array): Slopes {
  const first = new Float64Array(examples.length);
  const second = new Float64Array(examples.length);
  examples.forEach(({ positive, weight }, i) => {
    const p = logistic(sums[i] ?? 0);
    first[i] = weight * (p - (positive ? 1 : 0));
    second[i] = weight * p * (1 - p);
  });
  return { first, second };
}

/** @param orders of the examples that the branch is about */
function grow(examples: readonly Example[], slopes: Slopes, orders: Orders, depth: number): Tree {
  // The constant leaves the examples as they were given.
  const [members = new Uint32Array()] = orders;
  const [first, second] = [total(slopes.first, members), total(slopes.second, members)];
  const split = depth > 0 ? bestSplit(examples, slopes, orders, first, second) : null;
  if (split === null) return (-LEARNING_RATE * first) / (second + RIDGE);
  const { feature, bound } = split;
  const isBelow = (i: number): boolean => (examples[i]?.features[feature] ?? 0) <= bound;
  const branch = (below: boolean): Tree =>
    grow(
      examples,
      slopes,
      orders.map((order) => order.filter((i) => isBelow(i) === below)),
      depth - 1,
    );
  return [feature, bound, branch(true), branch(false)];
}

/** The question after which the loss falls most; null where none is worth it. */
function bestSplit(
  examples: readonly Example[],
  slopes: Slopes,
  orders: Orders,
  first: number,
  second: number,
): { feature: number; bound: number } | null {
  let best: { feature: number; bound: number } | null = null;
  let most = MIN_GAIN;
  for (const [feature, sorted] of orders.entries()) {
    if (feature === 0) continue;
    const featureOf = (i: number | undefined): number => examples[i ?? -1]?.features[feature] ?? 0;
    let [firstBelow, secondBelow] = [0, 0];
    for (const [at, i] of sorted.entries()) {
      firstBelow += slopes.first[i] ?? 0;
      secondBelow += slopes.second[i] ?? 0;
      const [value, next] = [featureOf(i), featureOf(sorted[at + 1])];
      if (at === sorted.length - 1 || value === next) continue;
      if (secondBelow < MIN_CURVATURE || second - secondBelow < MIN_CURVATURE) continue;
      const gain =
        score(firstBelow, secondBelow) + score(first - firstBelow, second - secondBelow) - score(first, second);
      if (gain > most) [most, best] = [gain, { feature, bound: (value + next) / 2 }];
    }
  }
  return best;
}

function score(first: number, second: number): number {
  return (first * first) / (second + RIDGE);
}

function total(slopes: Float64Array, members: Uint32Array): number {
  return members.reduce((sum, i) => sum + (slopes[i] ?? 0), 0);
}
