/** Candidate pairs of a labelled set, for training and for measuring. */
import { createFingerprinter } from '../fingerprint/fingerprint';
import { indexArticle } from '../index/index-article';
import { indexArticles } from '../index/open-article-index';
import type { Lexicon } from '../lexicon/types';
import { matchArticles } from '../match/articles';
import type { PairFeatures } from '../match/features';
import { featureVector } from '../match/relation';
import { type InputArticle, readArticles } from './articles';
import { type Label, readLabels } from './bench';
import { loadLexicon } from './bundled';
import type { Example } from './fit-logistic';
import { collect } from './io';

/** A candidate that the index gave for an article, with its label. */
export interface LabelledPair {
  readonly from: Label;
  readonly to: Label;
  readonly lang: string;
  /** What must not be parted between training and measuring: the running story, or the day; of headlines the event. */
  readonly group: string;
  readonly features: PairFeatures;
  readonly sameEvent: boolean;
}

export interface PairOptions {
  readonly perLanguage: number;
  readonly sameLanguage: boolean;
  /** Ask about every n-th article only. */
  readonly every: number;
  /** So many letters of a text are all that the index has of it, as a feed gives it; everything without. */
  readonly indexed?: number;
  /** Another lexicon than the bundled one. */
  readonly lexicon?: Lexicon;
}

/** The candidates of the articles of a file, each article asked about against all. */
export async function labelledPairs(file: string, options: PairOptions): Promise<LabelledPair[]> {
  const labels = await readLabels(file);
  const fingerprinter = createFingerprinter(options.lexicon ?? (await loadLexicon()));
  const articles = await collect(readArticles(file));
  const fingerprints = articles.map((article) => fingerprinter.fingerprint(article));
  const sources = articles.map((article, i) => {
    const { indexed } = options;
    const terms =
      indexed === undefined
        ? fingerprints[i]?.terms
        : fingerprinter.fingerprint({ ...article, text: article.text.slice(0, indexed) }).terms;
    return indexArticle(article, terms ?? []);
  });
  const index = indexArticles(sources);
  return articles.flatMap((article: InputArticle, i) => {
    const fingerprint = fingerprints[i];
    const from = labels.get(article.id);
    if (!fingerprint || !from || i % options.every !== 0) return [];
    const subject = { id: article.id, url: article.url, publishedAt: article.publishedAt, fingerprint };
    return matchArticles(index, subject, options).flatMap(({ document, features }): LabelledPair[] => {
      const to = labels.get(document.id);
      const group = groupOf(from, article.publishedAt);
      const sameEvent = from.event !== null && to?.event === from.event;
      return to ? [{ from, to, lang: document.lang, group, features, sameEvent }] : [];
    });
  });
}

/** The group of an article: `LabelledPair.group`. An event of *itn* is told of on several days. */
export function groupOf({ id, topic, event }: Label, publishedAt: string | null): string {
  if (event?.startsWith('itn:')) return event;
  return topic ?? publishedAt ?? event ?? id;
}

/**
 * Each pair as it is, and once more, at half the weight, as if a page had not said its date: some don't.
 * @param weight of a pair
 */
export function examplesOf(pairs: readonly LabelledPair[], vector = featureVector, weight = 1): Example[] {
  return pairs.flatMap(({ features, sameEvent }) => [
    { features: vector(features), positive: sameEvent, weight },
    {
      features: vector({ ...features, daysApart: null, calendarDaysApart: null }),
      positive: sameEvent,
      weight: weight / 2,
      undated: true,
    },
  ]);
}
