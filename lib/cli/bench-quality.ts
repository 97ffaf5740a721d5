/**
 * `npm run bench:quality`: the matching figures on the labelled sets, beside those committed in docs/quality.json.
 * `--write` commits them anew, `--all` asks about every article of the largest set instead of every tenth, `--plain` does
 * without the news lexicon, `--ablation` leaves one part of the decision out after the other.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import type { Lexicon } from '../lexicon/types';
import type { PairFeatures } from '../match/features';
import {
  FEATURE_NAMES,
  type FeatureName,
  featureVector,
  logistic,
  probabilityOf,
  SAME_EVENT,
  weightedSum,
} from '../match/relation';
import { benchFolder } from './bench';
import { fitLogistic } from './fit-logistic';
import { groupBy } from './group-by';
import { CommandError, collect, parseOptions, readJsonLines } from './io';
import { examplesOf, type LabelledPair, labelledPairs } from './labelled-pairs';
import { readLexiconEntries } from './lexicon-source';
import { runNames } from './names-command';
import { TRAINING_CANDIDATES } from './train';

const COMMITTED = fileURLToPath(new URL('../../docs/quality.json', import.meta.url));
const FOLDS = 10;
const PER_LANGUAGE = 5;
const SAMPLE_EVERY = 10;

const MatchScore = v.object({
  r1: v.number(),
  r5: v.number(),
  r1WorstPairs: v.array(v.string()),
  sameEvent: v.object({ precision: v.number(), recall: v.number(), f1: v.number() }),
  calibration: v.object({ ece: v.number() }),
  falseAlarm: v.object({ rate: v.nullable(v.number()) }),
  hardNegatives: v.object({ rate: v.nullable(v.number()) }),
});
const NamesScore = v.object({
  recall: v.number(),
  chanceEqual: v.number(),
  per: v.array(v.object({ recall: v.number() })),
});
const Figures = v.record(v.string(), v.number());
type Figures = v.InferOutput<typeof Figures>;
type Scorer = (pair: LabelledPair) => number;

const run = promisify(execFile);

/** Each pair scored by a decision that has not seen its running story. */
function outOfFold(pairs: readonly LabelledPair[], vector = featureVector): Scorer {
  const groups = [...new Set(pairs.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const decisions = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      examplesOf(
        pairs.filter(({ group, features }) => foldOf.get(group) !== fold && !features.sameLanguage),
        vector,
      ),
    ),
  );
  return ({ group, features }) => logistic(weightedSum(vector(features), decisions[foldOf.get(group) ?? 0] ?? []));
}

const committedDecision: Scorer = ({ features }) => probabilityOf(features);

/** A decision fitted to all of these pairs. */
function fitted(pairs: readonly LabelledPair[], vector = featureVector): Scorer {
  const weights = fitLogistic(
    examplesOf(
      pairs.filter(({ features }) => !features.sameLanguage),
      vector,
    ),
  );
  return ({ features }) => logistic(weightedSum(vector(features), weights));
}

/** Writes the pairs as results and lets the scorer of the labelled data judge them. */
async function judge(folder: string, bench: string, set: string, pairs: readonly LabelledPair[], scorer: Scorer) {
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

interface Run {
  readonly bench: string;
  readonly folder: string;
  readonly all: boolean;
  /** Null for the bundled lexicon and the committed coefficients. */
  readonly lexicon: Lexicon | null;
}

async function measure({ bench, folder, all, lexicon }: Run): Promise<Figures> {
  const figures: Figures = {};
  const other = lexicon ? { lexicon } : {};
  const bd = await labelledPairs(`${bench}/bd/articles.jsonl`, { ...TRAINING_CANDIDATES, ...other });
  const current = lexicon ? fitted(bd) : committedDecision;
  for (const [name, scorer] of [
    ['bd', outOfFold(bd)],
    ['bd in-sample', current],
  ] as const) {
    const score = await judge(folder, bench, 'bd', bd, scorer);
    Object.assign(figures, {
      [`${name} R@1`]: score.r1,
      [`${name} R@5`]: score.r5,
      [`${name} same-event F1`]: score.sameEvent.f1,
      [`${name} same-event precision`]: score.sameEvent.precision,
      [`${name} hard negatives`]: score.hardNegatives.rate ?? 0,
      [`${name} false alarms`]: score.falseAlarm.rate ?? 0,
      [`${name} calibration error`]: score.calibration.ece,
    });
  }
  const itn = await labelledPairs(`${bench}/itn/articles.jsonl`, {
    perLanguage: PER_LANGUAGE,
    sameLanguage: false,
    every: 1,
    ...other,
  });
  const itnScore = await judge(folder, bench, 'itn', itn, current);
  Object.assign(figures, {
    'itn R@1': itnScore.r1,
    'itn R@5': itnScore.r5,
    'itn same-event precision': itnScore.sameEvent.precision,
  });
  const every = all ? 1 : SAMPLE_EVERY;
  const ntrex = await labelledPairs(`${bench}/ntrex/articles.jsonl`, {
    perLanguage: PER_LANGUAGE,
    sameLanguage: false,
    every,
    ...other,
  });
  const ntrexScore = await judge(folder, bench, 'ntrex', ntrex, current);
  const name = all ? 'ntrex' : 'ntrex (every tenth)';
  Object.assign(figures, { [`${name} R@1`]: ntrexScore.r1, [`${name} R@5`]: ntrexScore.r5 });
  if (all) figures['ntrex worst pair'] = Number(ntrexScore.r1WorstPairs[0]?.split(' ')[1]);
  await runNames(['--in', `${bench}/names/pairs.tsv`, '--out', join(folder, 'names.jsonl')]);
  const { stdout } = await run('node', [
    `${bench}/score.mjs`,
    'names',
    `${bench}/names/pairs.tsv`,
    join(folder, 'names.jsonl'),
  ]);
  const names = v.parse(NamesScore, JSON.parse(stdout));
  Object.assign(figures, {
    'names recall': names.recall,
    'names worst language': Math.min(...names.per.map(({ recall }) => recall)),
    'names chance equality': names.chanceEqual,
  });
  return figures;
}

/** The figures that matter, with one group of features after the other left out and the rest fitted anew. */
async function ablate({ bench, folder }: Run): Promise<void> {
  const bd = await labelledPairs(`${bench}/bd/articles.jsonl`, TRAINING_CANDIDATES);
  const some = { perLanguage: PER_LANGUAGE, sameLanguage: false, every: SAMPLE_EVERY };
  const itn = await labelledPairs(`${bench}/itn/articles.jsonl`, { ...some, every: 1 });
  const ntrex = await labelledPairs(`${bench}/ntrex/articles.jsonl`, { ...some, every: 3 * SAMPLE_EVERY });
  console.log('left out'.padEnd(26), 'bd R@1   R@5     F1      precision  itn R@1  ntrex R@1');
  for (const [label, names] of Object.entries(ABLATIONS)) {
    const left = new Set(names.map((name) => FEATURE_NAMES.indexOf(name)));
    const vector = (features: PairFeatures): readonly number[] =>
      featureVector(features).map((value, i) => (left.has(i) ? 0 : value));
    const fit = fitted(bd, vector);
    const b = await judge(folder, bench, 'bd', bd, outOfFold(bd, vector));
    const i = await judge(folder, bench, 'itn', itn, fit);
    const n = await judge(folder, bench, 'ntrex', ntrex, fit);
    const figures = [b.r1, b.r5, b.sameEvent.f1, b.sameEvent.precision, i.r1, n.r1];
    console.log(label.padEnd(26), figures.map((figure) => figure.toFixed(4)).join('  '));
  }
}

const ABLATIONS: Readonly<Record<string, readonly FeatureName[]>> = {
  nothing: [],
  'neighbours (CSLS)': ['closeness', 'behind'],
  'titles against titles': ['titles'],
  'heads against heads': ['heads', 'headNames'],
  'rare names': ['rarest', 'headNames'],
  'what happens (concepts)': ['concepts', 'headConcepts'],
  numbers: ['numbers'],
  'days in the text': ['dates', 'sameDay'],
  'days of publication': ['days', 'calendarDays'],
  lengths: ['lengths'],
};

async function main(): Promise<void> {
  const { values } = parseOptions({
    options: {
      write: { type: 'boolean' },
      all: { type: 'boolean' },
      plain: { type: 'boolean' },
      ablation: { type: 'boolean' },
    },
  });
  const bench = benchFolder();
  if (!bench) throw new CommandError('no labelled data: set SIDELIGHT_BENCH to its folder');
  const committed = v.parse(Figures, JSON.parse(await readFile(COMMITTED, 'utf8').catch(() => '{}')));
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-quality-'));
  try {
    const plain = values.plain ? decodeLexicon(compileLexicon(await readLexiconEntries(false))) : null;
    const run: Run = { bench, folder, all: values.all ?? false, lexicon: plain };
    if (values.ablation) return await ablate(run);
    const figures = await measure(run);
    for (const [name, value] of Object.entries(figures)) {
      console.log(`${name.padEnd(36)}${value.toFixed(4)}   ${committed[name]?.toFixed(4) ?? '–'}`);
    }
    if (values.write) await writeFile(COMMITTED, `${JSON.stringify({ ...committed, ...figures }, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

await main();
