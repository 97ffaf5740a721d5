/** Logistic regression by Newton's method (iteratively reweighted least squares), with a little ridge. */
import { logistic, weightedSum } from '../match/decision';

export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
  /** How much the example counts. */
  readonly weight: number;
  /** Trees do not learn from it: it stands for a pair without dates. */
  readonly undated?: boolean;
}

const ROUNDS = 30;
/** Newton's method doubles the right digits with every round: after so small a step nothing moves any more. */
const SMALLEST_STEP = 1e-9;
/** A step that goes too far is halved, so often at most. */
const SMALLEST_SHARE = 1 / 1024;
/** Keeps a coefficient finite where a feature parts the examples wholly; the constant is left free. */
const RIDGE = 0.05;

/** What is known of a coefficient before any example is seen: that it is not negative, not positive, or nothing. */
export type Sign = 1 | -1 | 0;

/**
 * The coefficients that make the examples most likely, each on its side of zero. The first feature is the constant. One at
 * zero that would cross it stays out of the round's step (projected Newton, Bertsekas 1982).
 */
export function fitLogistic(examples: readonly Example[], signs: readonly Sign[] = []): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const system = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const { features, positive, weight } of examples) {
      const p = logistic(weightedSum(features, weights));
      system.forEach((row, i) => {
        const feature = features[i] ?? 0;
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + weight * p * (1 - p) * feature * (features[j] ?? 0);
        row[size] = (row[size] ?? 0) + weight * ((positive ? 1 : 0) - p) * feature;
      });
    }
    system.forEach((row, i) => {
      if (i > 0) row[size] = (row[size] ?? 0) - RIDGE * (weights[i] ?? 0);
      row[i] = (row[i] ?? 0) + (i > 0 ? RIDGE : 1e-9);
    });
    system.forEach((row, i) => {
      if (weights[i] !== 0 || (signs[i] ?? 0) * (row[size] ?? 0) >= 0) return;
      for (const other of system) other[i] = 0;
      row.fill(0);
    });
    const step = solve(system);
    const after = (share: number): number[] =>
      weights.map((weight, i) => onSide(weight + share * (step[i] ?? 0), signs[i] ?? 0));
    const loss = lossOf(examples, weights);
    let share = 1;
    while (share > SMALLEST_SHARE && lossOf(examples, after(share)) > loss) share /= 2;
    const next = after(share);
    const moved = next.some((weight, i) => Math.abs(weight - (weights[i] ?? 0)) >= SMALLEST_STEP);
    weights = next;
    if (!moved) break;
  }
  return weights;
}

/** How unlikely the examples are with these coefficients, the ridge included. */
function lossOf(examples: readonly Example[], weights: readonly number[]): number {
  const ridge = weights.slice(1).reduce((sum, weight) => sum + weight * weight, 0) * (RIDGE / 2);
  return examples.reduce((sum, { features, positive, weight }) => {
    const odds = weightedSum(features, weights) * (positive ? -1 : 1);
    // log(1 + e^x) without overflow
    return sum + weight * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
  }, ridge);
}

function onSide(weight: number, sign: Sign): number {
  return weight * sign < 0 ? 0 : weight;
}

/** Gauss–Jordan elimination with pivoting; the last column is the right side. */
export function solve(system: Float64Array[]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (cell(system, k, i) ** 2 > cell(system, pivot, i) ** 2) pivot = k;
    const top = system[pivot];
    const here = system[i];
    if (!top || !here) break;
    system[i] = top;
    system[pivot] = here === top ? top : here;
    const lead = cell(system, i, i);
    if (lead === 0) continue;
    for (let k = 0; k < size; k++) {
      const row = system[k];
      if (k === i || !row) continue;
      const factor = cell(system, k, i) / lead;
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
    }
  }
  return system.map((_, i) => (cell(system, i, i) === 0 ? 0 : cell(system, i, size) / cell(system, i, i)));
}

function cell(system: readonly Float64Array[], row: number, column: number): number {
  return system[row]?.[column] ?? 0;
}
