/** Which part of the decision brings what: `bench:quality -- --ablation`. */
import type { PairFeatures } from '../match/features';
import { FEATURE_NAMES, type FeatureName, featureVector } from '../match/relation';
import { fitted, judge, outOfFold, PER_LANGUAGE } from './judge';
import { labelledPairs } from './labelled-pairs';
import { trainingPairs } from './training-pairs';

/** Of the largest set so many queries are left unasked for one that is asked. */
const NTREX_EVERY = 30;

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

/** The figures that matter, with one group of features after the other left out and the rest fitted anew. */
export async function ablate(bench: string, folder: string): Promise<void> {
  const pairs = await trainingPairs(bench);
  const some = { perLanguage: PER_LANGUAGE, sameLanguage: false, every: NTREX_EVERY };
  const ntrex = await labelledPairs(`${bench}/ntrex/articles.jsonl`, some);
  console.log('left out'.padEnd(26), 'bd R@1   R@5     F1      precision  itn R@1  ntrex R@1');
  for (const [label, names] of Object.entries(ABLATIONS)) {
    const left = new Set(names.map((name) => FEATURE_NAMES.indexOf(name)));
    const vector = (features: PairFeatures): readonly number[] =>
      featureVector(features).map((value, i) => (left.has(i) ? 0 : value));
    const unseen = outOfFold(pairs, vector);
    const b = await judge(folder, bench, 'bd', pairs.reports, unseen);
    const i = await judge(folder, bench, 'itn', pairs.allBlurbs, unseen);
    const n = await judge(folder, bench, 'ntrex', ntrex, fitted(pairs, vector));
    const figures = [b.r1, b.r5, b.sameEvent.f1, b.sameEvent.precision, i.r1, n.r1];
    console.log(label.padEnd(26), figures.map((figure) => figure.toFixed(4)).join('  '));
  }
}
