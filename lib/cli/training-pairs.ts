/** The labelled pairs that the decisions learn from, and are measured with out of fold. */
import type { Lexicon } from '../lexicon/types';
import type { TrainingPairs } from './fit-decision';
import { groupBy } from './group-by';
import { type LabelledPair, labelledPairs } from './labelled-pairs';

/** More candidates than a reader is shown: the decision must also know what is far off. */
const REPORTS = { perLanguage: 8, sameLanguage: true, every: 1 };
const HEADLINES = { perLanguage: 8, sameLanguage: false, every: 1 };
/** Many languages have many candidates already. */
const BLURBS = { perLanguage: 5, sameLanguage: false, every: 1 };
/** So many letters follow the headline where a feed says a sentence more. */
const SENTENCE = 160;
/** Blurbs of one event have a cosine of 0.26 in the median, of different ones hardly ever more than this. */
const TWINS = 0.2;

/** What the labelled data gives: pairs to learn from, and the blurbs with the pairs that are only measured with. */
export interface BenchPairs extends TrainingPairs {
  readonly allBlurbs: readonly LabelledPair[];
}

/**
 * The pairs of the labelled data in this folder.
 * @param lexicon another than the bundled one
 */
export async function trainingPairs(bench: string, lexicon?: Lexicon): Promise<BenchPairs> {
  const other = lexicon ? { lexicon } : {};
  const reports = `${bench}/bd/articles.jsonl`;
  const allBlurbs = await labelledPairs(`${bench}/itn/articles.jsonl`, { ...BLURBS, ...other });
  return {
    reports: await labelledPairs(reports, { ...REPORTS, ...other }),
    headlines: await labelledPairs(reports, { ...HEADLINES, ...other, indexed: SENTENCE }),
    titles: await labelledPairs(reports, { ...HEADLINES, ...other, indexed: 0 }),
    blurbs: withoutTwins(allBlurbs),
    allBlurbs,
  };
}

/**
 * Leaves out pairs of two events that are most likely one: the labels come from what a blurb links first, so the same
 * prize or the same election has two or three. Told by all pairs of both events together, not by the single pair.
 */
function withoutTwins(pairs: readonly LabelledPair[]): LabelledPair[] {
  const ofEvents = groupBy(pairs, ({ from, to }) => [from.event, to.event].sort().join(' '));
  return [...ofEvents.values()].flatMap((some) => {
    const cosine = some.reduce((sum, { features }) => sum + features.cosine, 0) / some.length;
    return some.filter(({ sameEvent }) => sameEvent || cosine <= TWINS);
  });
}
