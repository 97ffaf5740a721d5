/**
 * `npm run bench:stories`: which bundled story the trial articles of `stories/trials/` are given, by a decision that has
 * seen no trial of their story, and how they match each other by the decision on articles. `--shipped` asks the committed decision instead, `--misses` prints what went wrong.
 */
import { weightedSum } from '../match/decision';
import { SAME_EVENT } from '../match/relation';
import { STORY_WEIGHTS } from '../match/story-coefficients';
import { probabilitiesOf } from '../match/story-decision';
import { storyVector } from '../match/story-features';
import { groupBy } from './group-by';
import { parseOptions } from './io';
import { type AskedTrial, askTrials, type Setting, weightsOutOfFold } from './story-choices';
import { judgePairs } from './trial-pairs';
import { readTrials } from './trials';

interface Answer extends AskedTrial {
  /** The likeliest story, and how likely it is. */
  readonly best: string | null;
  readonly score: number;
  /** What is shown as the same event. */
  readonly shown: string | null;
}

function answer(asked: AskedTrial, weights: readonly number[]): Answer {
  const scores = probabilitiesOf(asked.candidates.map(({ features }) => weightedSum(storyVector(features), weights)));
  const score = Math.max(0, ...scores);
  const best = asked.candidates[scores.indexOf(score)]?.id ?? null;
  return { ...asked, best, score, shown: score >= SAME_EVENT ? best : null };
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole}${whole > 0 ? ` (${(part / whole).toFixed(3)})` : ''}`;

function report(answers: readonly Answer[]): string {
  const of = (setting: Setting): readonly Answer[] => answers.filter((one) => one.setting === setting);
  const present = of('as it is');
  const reports = present.filter(({ trial }) => trial.story !== null);
  const neighbours = present.filter(({ trial }) => trial.story === null);
  const right = reports.filter(({ trial, shown }) => shown === trial.story).length;
  const given = (some: readonly Answer[]): string =>
    share(some.filter(({ shown }) => shown !== null).length, some.length);
  return [
    `found ${share(right, reports.length)}`,
    `right of those shown ${share(right, present.filter(({ shown }) => shown !== null).length)}`,
    `neighbours given a story ${given(neighbours)}`,
    `reports whose story is taken out ${given(of('story taken out'))}`,
    `on the day of another event ${given(of('on another day'))}`,
  ].join('; ');
}

function describe({ trial, best, score, shown }: Answer): string {
  const wanted = trial.story ?? `none: ${trial.event}`;
  return `${trial.language} ${trial.publishedAt} ${trial.title}\n   reports ${wanted}\n   given ${shown ?? 'none'}; nearest ${best} ${score.toFixed(2)}`;
}

const { values } = parseOptions({ options: { misses: { type: 'boolean' }, shipped: { type: 'boolean' } } });
const trials = await readTrials();
const asked = await askTrials(trials);
const weightsOf = values.shipped ? () => STORY_WEIGHTS : weightsOutOfFold(asked);
const answers = asked.map((one) => answer(one, weightsOf(one)));
for (const [asking, some] of groupBy(answers, (one) => one.asking)) console.log(`${asking}: ${report(some)}`);
const whole = answers.filter(({ asking }) => asking === 'whole');
for (const [language, some] of [...groupBy(whole, ({ trial }) => trial.language)].sort()) {
  console.log(`  ${language}: ${report(some)}`);
}
const pairs = await judgePairs(trials);
console.log(
  [
    `against each other: first match right ${share(pairs.firstRight, pairs.asked)}`,
    `same event right ${share(pairs.rightlyCalled, pairs.called)}`,
    `found ${share(pairs.rightlyCalled, pairs.ofOneEvent)}`,
    `neighbours called the same ${share(pairs.neighboursCalled, pairs.neighbours)}`,
  ].join('; '),
);
if (values.misses) {
  for (const one of whole) if (one.setting === 'as it is' && one.shown !== one.trial.story) console.log(describe(one));
}
