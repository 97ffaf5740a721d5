/** The trial articles asked about, as examples for the decision on stories. */
import { createFingerprinter } from '../fingerprint/fingerprint';
import { hashString } from '../fingerprint/hash';
import { compileLexicon } from '../lexicon/compile';
import { decodeLexicon } from '../lexicon/format';
import { closestStories } from '../match/stories';
import { STORY_FEATURE_NAMES, type StoryFeatureName, type StoryFeatures, storyVector } from '../match/story-features';
import type { Story } from '../stories/story';
import { readStories } from './build-data';
import { loadBundledIndex, loadLexicon } from './bundled';
import { type Choice, fitChoice } from './fit-choice';
import type { Sign } from './fit-logistic';
import { groupBy } from './group-by';
import { readLexiconEntries } from './lexicon-source';
import { storyNear, type Trial } from './trials';

/** So many letters follow the headline where a page or a feed says a sentence more. */
const SENTENCE = 160;

/** How a trial is asked about, and how much that counts as an example. */
const ASKINGS = {
  whole: { weight: 1, of: (trial: Trial): Trial => trial },
  'without its day': { weight: 0.5, of: (trial: Trial): Trial => ({ ...trial, publishedAt: null }) },
  'headline and a sentence': {
    weight: 0.5,
    of: (trial: Trial): Trial => ({ ...trial, text: trial.text.slice(0, SENTENCE) }),
  },
  'headline alone': { weight: 0.5, of: (trial: Trial): Trial => ({ ...trial, text: '' }) },
  // As in one of the many languages that the news lexicon lacks.
  'without the lexicon': { weight: 0.5, of: (trial: Trial): Trial => trial },
} as const;

/** ISO 639-2's code for no language that is known: no story has a title in it. */
const UNKNOWN = 'und';

export type Asking = keyof typeof ASKINGS;

/** Of a page without a date the reader sees the story's day and can judge: to find nothing costs more there. */
const CARE_UNDATED = 0.8;

const FOLDS = 5;

/** What makes an article more like a report of an event may not speak against it. */
const SIGNS: Readonly<Record<StoryFeatureName, Sign>> = {
  constant: 0,
  standsOut: 1,
  told: 1,
  numbersTold: 1,
  titled: 1,
  later: -1,
  dayBefore: -1,
  before: -1,
  eventDay: 1,
  otherDay: -1,
  undated: 0,
  weekday: 1,
  brief: 0,
  wordless: 0,
};

/** As it is, as if the index did not have its story, or as if it had appeared on the day of another event's story. */
export type Setting = 'as it is' | 'story taken out' | 'on another day';

/** A trial with the stories that come near to it. */
export interface AskedTrial {
  readonly trial: Trial;
  readonly asking: Asking;
  readonly candidates: readonly {
    readonly id: string;
    readonly date: string | null;
    readonly features: StoryFeatures;
  }[];
  readonly setting: Setting;
}

/**
 * Every trial in every way of asking; that of a story once more as if the index did not have it, and each once more as if
 * it had appeared on the day of the nearest story of other events: a day alone makes no report.
 */
export async function askTrials(trials: readonly Trial[]): Promise<AskedTrial[]> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const plain = createFingerprinter(decodeLexicon(compileLexicon(await readLexiconEntries(false))));
  const index = await loadBundledIndex();
  const runs = runsOf(await readStories());
  const isOfRun = (id: string, trial: Trial): boolean => runs.get(id) === runs.get(storyNear(trial));
  return Object.keys(ASKINGS)
    .filter(isAsking)
    .flatMap((asking) =>
      trials.flatMap((trial): AskedTrial[] => {
        const { title, text, language: lang, publishedAt } = ASKINGS[asking].of(trial);
        const article = { title, text, lang, publishedAt };
        const fingerprint =
          asking === 'without the lexicon'
            ? { ...plain.fingerprint(article), lang: UNKNOWN }
            : fingerprinter.fingerprint(article);
        const closestOn = (day: string | null): AskedTrial['candidates'] =>
          closestStories(index, { id: null, url: null, publishedAt: day, fingerprint }).map(
            ({ document: { id, date }, features }) => ({ id, date, features }),
          );
        const candidates = closestOn(publishedAt);
        const asked: AskedTrial = { trial, asking, candidates, setting: 'as it is' };
        const all = [asked];
        if (trial.story !== null) {
          all.push({
            ...asked,
            candidates: candidates.filter(({ id }) => id !== trial.story),
            setting: 'story taken out',
          });
        }
        const other = candidates.find(({ id }) => !isOfRun(id, trial));
        if (publishedAt !== null && other) {
          const shifted = closestOn(other.date).filter(({ id }) => !isOfRun(id, trial));
          all.push({ ...asked, candidates: shifted, setting: 'on another day' });
        }
        return all;
      }),
    );
}

/** Which running story each story belongs to: those that links join, named by one of them. */
function runsOf(stories: readonly Story[]): ReadonlyMap<string, string> {
  const parents = new Map(stories.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    return parent === id ? id : rootOf(parent);
  };
  for (const { id, follows } of stories) for (const earlier of follows) parents.set(rootOf(id), rootOf(earlier));
  return new Map(stories.map(({ id }) => [id, rootOf(id)]));
}

function isAsking(name: string): name is Asking {
  return Object.hasOwn(ASKINGS, name);
}

/** The weights of `storyVector` that these trials teach. */
export function fitStories(asked: readonly AskedTrial[]): number[] {
  return fitChoice(
    [...groupBy(asked, (one) => one.asking)].flatMap(([asking, some]) =>
      balanced(some.map(choiceOf), asking === 'without its day' ? CARE_UNDATED : 1),
    ),
    STORY_FEATURE_NAMES.map((name) => SIGNS[name]),
  );
}

/**
 * Those of a story and those of none with the same weight in all: how many there are of each is the trials' doing.
 * @param care how much more those of none weigh
 */
function balanced(choices: readonly Choice[], care: number): Choice[] {
  const ofStory = choices.filter(({ chosen }) => chosen !== null).length;
  const share = (care * ofStory) / (choices.length - ofStory);
  return choices.map((choice) => (choice.chosen === null ? { ...choice, weight: choice.weight * share } : choice));
}

function choiceOf({ trial, asking, candidates, setting }: AskedTrial): Choice {
  const chosen = setting !== 'as it is' ? -1 : candidates.findIndex(({ id }) => id === trial.story);
  return {
    alternatives: candidates.map(({ features }) => storyVector(features)),
    chosen: chosen < 0 ? null : chosen,
    weight: ASKINGS[asking].weight,
  };
}

/** Weights for each trial that have seen no trial of its story. */
export function weightsOutOfFold(asked: readonly AskedTrial[]): (asked: AskedTrial) => readonly number[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fitStories(asked.filter((one) => foldOf(one) !== fold)));
  return (one) => folds[foldOf(one)] ?? [];
}

function foldOf({ trial }: AskedTrial): number {
  return hashString(storyNear(trial)) % FOLDS;
}
