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
/** Keeps a coefficient finite where a feature parts the examples wholly; the constant is left free. */
const RIDGE = 0.05;

/** The coefficients that make the examples most likely. The first feature is the constant. */
export function fitLogistic(examples: readonly Example[]): number[] {
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
    const step = solve(system);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
    if (step.every((change) => Math.abs(change) < SMALLEST_STEP)) break;
  }
  return weights;
}

/** Gauss–Jordan elimination with pivoting; the last column is the right side. */
function solve(system: Float64Array[]): number[] {
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
