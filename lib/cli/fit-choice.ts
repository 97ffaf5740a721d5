/**
 * Conditional logit with "none of them" as one more alternative (McFadden, *Conditional logit analysis of qualitative
 * choice behavior*, 1974), by Newton's method with a little ridge: what makes a story the one that an article reports.
 */

import { weightedSum } from '../match/decision';
import { probabilitiesOf } from '../match/story-decision';
import { type Sign, solve } from './fit-logistic';

/** An article and the stories that it may report, as features, the constant first. */
export interface Choice {
  readonly alternatives: readonly (readonly number[])[];
  /** Which of them it reports; null for none. */
  readonly chosen: number | null;
  /** How much the example counts. */
  readonly weight: number;
}

const ROUNDS = 60;
const SMALLEST_STEP = 1e-7;
/** A step that goes too far is halved, so often at most. */
const SMALLEST_SHARE = 1 / 4096;
/** Keeps a coefficient finite where a feature parts the examples wholly; the constant is left free. */
const RIDGE = 0.5;

/** The coefficients that make the choices most likely, each on its side of zero (projected Newton, Bertsekas 1982). */
export function fitChoice(choices: readonly Choice[], signs: readonly Sign[]): number[] {
  let weights: number[] = signs.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const system = slopeOf(choices, weights);
    weights.forEach((weight, i) => {
      const row = system[i];
      if (!row || weight !== 0 || (signs[i] ?? 0) * (row.at(-1) ?? 0) >= 0) return;
      // One at zero that would cross it stays out of the round's step.
      for (const other of system) other[i] = 0;
      row.fill(0);
    });
    const step = solve(system);
    const after = (share: number): number[] =>
      weights.map((weight, i) => {
        const next = weight + share * (step[i] ?? 0);
        return next * (signs[i] ?? 0) < 0 ? 0 : next;
      });
    const loss = lossOf(choices, weights);
    let share = 1;
    while (share > SMALLEST_SHARE && lossOf(choices, after(share)) > loss) share /= 2;
    const next = after(share);
    const moved = next.some((weight, i) => Math.abs(weight - (weights[i] ?? 0)) >= SMALLEST_STEP);
    weights = next;
    if (!moved) break;
  }
  return weights;
}

function oddsOf({ alternatives }: Choice, weights: readonly number[]): number[] {
  return alternatives.map((features) => weightedSum(features, weights));
}

/** How unlikely the choices are with these coefficients, the ridge included. */
function lossOf(choices: readonly Choice[], weights: readonly number[]): number {
  const ridge = weights.slice(1).reduce((sum, weight) => sum + weight * weight, 0) * (RIDGE / 2);
  return choices.reduce((sum, choice) => {
    const probabilities = probabilitiesOf(oddsOf(choice, weights));
    const none = 1 - probabilities.reduce((all, one) => all + one, 0);
    const told = choice.chosen === null ? none : (probabilities[choice.chosen] ?? 0);
    return sum - choice.weight * Math.log(Math.max(told, Number.MIN_VALUE));
  }, ridge);
}

/** Newton's equations: the second derivatives of the loss, and in the last column its fall. */
function slopeOf(choices: readonly Choice[], weights: readonly number[]): Float64Array[] {
  const size = weights.length;
  const system = weights.map((weight, i) => {
    const row = new Float64Array(size + 1);
    row[i] = i > 0 ? RIDGE : 1e-9;
    row[size] = i > 0 ? -RIDGE * weight : 0;
    return row;
  });
  for (const choice of choices) {
    const { alternatives, chosen, weight } = choice;
    const probabilities = probabilitiesOf(oddsOf(choice, weights));
    const mean = weights.map((_, i) =>
      alternatives.reduce((sum, features, k) => sum + (probabilities[k] ?? 0) * (features[i] ?? 0), 0),
    );
    const wanted = chosen === null ? [] : (alternatives[chosen] ?? []);
    system.forEach((row, i) => {
      for (let j = 0; j < size; j++) {
        const both = alternatives.reduce(
          (sum, features, k) => sum + (probabilities[k] ?? 0) * (features[i] ?? 0) * (features[j] ?? 0),
          0,
        );
        row[j] = (row[j] ?? 0) + weight * (both - (mean[i] ?? 0) * (mean[j] ?? 0));
      }
      row[size] = (row[size] ?? 0) + weight * ((wanted[i] ?? 0) - (mean[i] ?? 0));
    });
  }
  return system;
}
