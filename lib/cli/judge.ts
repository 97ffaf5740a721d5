/** Judges decisions on the labelled sets: scores their pairs and asks the scorer of the labelled data. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { Decision, DecisionCase } from '../match/decision';
import { caseOf, featureVector, probabilityBy, SAME_EVENT } from '../match/relation';
import { fitCase, type TrainingPairs } from './fit-decision';
import { groupBy } from './group-by';
import { collect, readJsonLines } from './io';
import type { LabelledPair } from './labelled-pairs';

const FOLDS = 10;
/** So many candidates a language are judged. */
export const PER_LANGUAGE = 5;

const MatchScore = v.object({
  r1: v.number(),
  r5: v.number(),
  r1WorstPairs: v.array(v.string()),
  sameEvent: v.object({ precision: v.number(), recall: v.number(), f1: v.number() }),
  calibration: v.object({ ece: v.number() }),
  falseAlarm: v.object({ rate: v.nullable(v.number()) }),
  hardNegatives: v.object({ rate: v.nullable(v.number()) }),
});
export type Scorer = (pair: Pick<LabelledPair, 'group' | 'features'>) => number;

const run = promisify(execFile);

/** Each pair scored by a decision that has not seen its running story. */
export function outOfFold(pairs: TrainingPairs, vector = featureVector): Scorer {
  const foldOf = new Map([...foldsOf(pairs.reports), ...foldsOf(pairs.blurbs)]);
  const scorers = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = (some: readonly LabelledPair[]): LabelledPair[] =>
      some.filter(({ group }) => foldOf.get(group) !== fold);
    const { reports, headlines, titles, blurbs } = pairs;
    const some = { reports: seen(reports), headlines: seen(headlines), titles: seen(titles), blurbs: seen(blurbs) };
    return fitted(some, vector);
  });
  return (pair) => scorers[foldOf.get(pair.group) ?? 0]?.(pair) ?? 0;
}

/** The fold of each group of pairs. */
function foldsOf(pairs: readonly LabelledPair[]): [group: string, fold: number][] {
  const groups = [...new Set(pairs.map(({ group }) => group))].sort();
  return groups.map((group, i) => [group, i % FOLDS]);
}

/** Decisions fitted to all of these pairs; that of each case when it is first asked for. */
export function fitted(pairs: TrainingPairs, vector = featureVector): Scorer {
  const decisions = new Map<DecisionCase, Decision>();
  return ({ features }) => {
    const wanted = caseOf(features);
    let decision = decisions.get(wanted);
    if (!decision) {
      decision = fitCase(wanted, pairs, vector);
      decisions.set(wanted, decision);
    }
    return probabilityBy(decision, features, vector);
  };
}

/** Writes the pairs as results and lets the scorer of the labelled data judge them. */
export async function judge(
  folder: string,
  bench: string,
  set: string,
  pairs: readonly LabelledPair[],
  scorer: Scorer,
) {
  const byQuery = groupBy(
    pairs.filter(({ features }) => !features.sameLanguage),
    ({ from }) => from.id,
  );
  const lines = Array.from(byQuery, ([id, candidates]) => {
    const matches = [...groupBy(candidates, ({ lang }) => lang).values()]
      .flatMap((some) =>
        some
          .map((pair) => ({ pair, score: scorer(pair) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, PER_LANGUAGE),
      )
      .sort((a, b) => b.score - a.score)
      .map(({ pair, score }) => ({ id: pair.to.id, score, relation: score >= SAME_EVENT ? 'same-event' : 'none' }));
    return JSON.stringify({ id, matches });
  });
  const gold = `${bench}/${set}/articles.jsonl`;
  const asked = (await collect(readJsonLines(gold))).filter(({ value }) => {
    return typeof value === 'object' && value !== null && 'id' in value && byQuery.has(String(value.id));
  });
  await writeFile(join(folder, 'results.jsonl'), lines.join('\n'));
  await writeFile(join(folder, 'queries.jsonl'), asked.map(({ value }) => JSON.stringify(value)).join('\n'));
  const { stdout } = await run('node', [
    `${bench}/score.mjs`,
    'match',
    gold,
    join(folder, 'results.jsonl'),
    join(folder, 'queries.jsonl'),
  ]);
  return v.parse(MatchScore, JSON.parse(stdout));
}
