/** The trial articles asked about, as examples for the decision on stories. */
import { createFingerprinter } from '../fingerprint/fingerprint';
import { hashString } from '../fingerprint/hash';
import { closestStories } from '../match/stories';
import { STORY_FEATURE_NAMES, type StoryFeatureName, type StoryFeatures, storyVector } from '../match/story-features';
import { loadBundledIndex, loadLexicon } from './bundled';
import { type Choice, fitChoice } from './fit-choice';
import type { Sign } from './fit-logistic';
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
} as const;

export type Asking = keyof typeof ASKINGS;

const FOLDS = 5;

/** What makes an article more like a report of an event may not speak against it. */
const SIGNS: Readonly<Record<StoryFeatureName, Sign>> = {
  constant: 0,
  standsOut: 1,
  told: 1,
  titled: 1,
  later: -1,
  dayBefore: -1,
  before: -1,
  eventDay: 1,
  otherDay: -1,
  undated: 0,
  toldUndated: 1,
};

/** A trial with the stories that come near to it. */
export interface AskedTrial {
  readonly trial: Trial;
  readonly asking: Asking;
  readonly candidates: readonly { readonly id: string; readonly features: StoryFeatures }[];
  /** As if the index did not have its story. */
  readonly absent: boolean;
}

/** Every trial in every way of asking; that of a story once more as if the index did not have it. */
export async function askTrials(trials: readonly Trial[]): Promise<AskedTrial[]> {
  const fingerprinter = createFingerprinter(await loadLexicon());
  const index = await loadBundledIndex();
  return Object.entries(ASKINGS).flatMap(([name, { of }]) =>
    trials.flatMap((trial): AskedTrial[] => {
      const { title, text, language: lang, publishedAt } = of(trial);
      const fingerprint = fingerprinter.fingerprint({ title, text, lang, publishedAt });
      const closest = closestStories(index, { id: null, url: null, publishedAt, fingerprint });
      const candidates = closest.map(({ document: { id }, features }) => ({ id, features }));
      const asked = { trial, asking: isAsking(name) ? name : 'whole', candidates, absent: false } as const;
      const others = candidates.filter(({ id }) => id !== trial.story);
      return trial.story === null ? [asked] : [asked, { ...asked, candidates: others, absent: true }];
    }),
  );
}

function isAsking(name: string): name is Asking {
  return Object.hasOwn(ASKINGS, name);
}

/** The weights of `storyVector` that these trials teach. */
export function fitStories(asked: readonly AskedTrial[]): number[] {
  return fitChoice(
    asked.map(choiceOf),
    STORY_FEATURE_NAMES.map((name) => SIGNS[name]),
  );
}

function choiceOf({ trial, asking, candidates, absent }: AskedTrial): Choice {
  const chosen = absent ? -1 : candidates.findIndex(({ id }) => id === trial.story);
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
