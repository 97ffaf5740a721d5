/** Judges decisions on the labelled sets: scores their pairs and asks the scorer of the labelled data. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { Decision } from '../match/decision';
import { featureVector, probabilityBy, SAME_EVENT } from '../match/relation';
import { fitDecision } from './fit-decision';
import { groupBy } from './group-by';
import { collect, readJsonLines } from './io';
import { examplesOf, type LabelledPair } from './labelled-pairs';

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
export function outOfFold(pairs: readonly LabelledPair[], vector = featureVector): Scorer {
  const groups = [...new Set(pairs.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const scorers = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      pairs.filter(({ group }) => foldOf.get(group) !== fold),
      vector,
    ),
  );
  return (pair) => scorers[foldOf.get(pair.group) ?? 0]?.(pair) ?? 0;
}

/** Decisions fitted to all of these pairs; that of each case, one language or two, when it is first asked for. */
export function fitted(pairs: readonly LabelledPair[], vector = featureVector): Scorer {
  const decisions = new Map<boolean, Decision>();
  return ({ features }) => {
    const same = features.sameLanguage;
    let decision = decisions.get(same);
    if (!decision) {
      decision = fitDecision(
        examplesOf(
          pairs.filter((pair) => pair.features.sameLanguage === same),
          vector,
        ),
      );
      decisions.set(same, decision);
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
