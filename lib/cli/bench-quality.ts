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
import { probabilityOf } from '../match/relation';
import { ablate } from './ablation';
import { benchFolder } from './bench';
import { loadLexicon } from './bundled';
import { CommandError, parseOptions } from './io';
import { fitted, judge, outOfFold, PER_LANGUAGE, type Scorer } from './judge';
import { judgeStories } from './judge-stories';
import { labelledPairs } from './labelled-pairs';
import { readLexiconEntries } from './lexicon-source';
import { runNames } from './names-command';
import { trainingPairs } from './training-pairs';

const COMMITTED = fileURLToPath(new URL('../../docs/quality.json', import.meta.url));
const SAMPLE_EVERY = 10;

const NamesScore = v.object({
  recall: v.number(),
  chanceEqual: v.number(),
  per: v.array(v.object({ recall: v.number() })),
});
const Figures = v.record(v.string(), v.number());
type Figures = v.InferOutput<typeof Figures>;
const run = promisify(execFile);

const committedDecision: Scorer = ({ features }) => probabilityOf(features);

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
  const words = lexicon ?? (await loadLexicon());
  const pairs = await trainingPairs(bench, lexicon ?? undefined);
  const current = lexicon ? fitted(pairs) : committedDecision;
  const unseen = outOfFold(pairs);
  for (const [name, scorer] of [
    ['bd', unseen],
    ['bd in-sample', current],
  ] as const) {
    const score = await judge(folder, bench, 'bd', pairs.reports, scorer);
    Object.assign(figures, {
      [`${name} R@1`]: score.r1,
      [`${name} R@5`]: score.r5,
      [`${name} same-event F1`]: score.sameEvent.f1,
      [`${name} same-event precision`]: score.sameEvent.precision,
      [`${name} hard negatives`]: score.hardNegatives.rate ?? 0,
      [`${name} false alarms`]: score.falseAlarm.rate ?? 0,
      [`${name} calibration error`]: score.calibration.ece,
      [`${name} stories F1`]: (await judgeStories(folder, bench, 'bd', words, scorer)).f1,
    });
  }
  for (const [name, set, some] of [
    ['itn', 'itn', pairs.allBlurbs],
    // Its labels part what is one event: without those pairs.
    ['itn, twins aside,', 'itn', pairs.blurbs],
    ['bd as feed items', 'bd', pairs.headlines],
    ['bd as titles', 'bd', pairs.titles],
  ] as const) {
    const score = await judge(folder, bench, set, some, unseen);
    Object.assign(figures, {
      [`${name} R@1`]: score.r1,
      [`${name} R@5`]: score.r5,
      [`${name} same-event F1`]: score.sameEvent.f1,
      [`${name} same-event precision`]: score.sameEvent.precision,
      [`${name} calibration error`]: score.calibration.ece,
    });
  }
  figures['itn stories F1'] = (await judgeStories(folder, bench, 'itn', words, unseen)).f1;
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
    if (values.ablation) return await ablate(bench, folder);
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
