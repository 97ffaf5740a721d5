/**
 * How terms are spread over news: what the synthetic corpus is drawn from. Measured with `measure-terms.ts` on 4,122
 * articles of the labelled sets in 50 languages, each cut to title and 500 characters, which gives 64 terms. Numbers only.
 */
import type { TermKind } from '../../fingerprint/types';
import type { ZipfLaw } from './zipf';

export interface KindStatistics extends ZipfLaw {
  /** Of all terms of an article. */
  readonly share: number;
  /** Of its occurrences, those in the title. */
  readonly inTitle: number;
  /** The middle of every tenth, rising. */
  readonly strengths: readonly number[];
}

/**
 * How many terms of a kind there are. Of places, languages, entities and concepts the lexicon knows so many; days
 * are those of a year and the months; of names and numbers there is no end, and these are far beyond what an index sees.
 */
export const VOCABULARY: Readonly<Record<TermKind, number>> = {
  name: 300_000,
  concept: 1_486,
  number: 20_000,
  place: 865,
  date: 380,
  entity: 509,
  language: 113,
};

export const STATISTICS: Readonly<Record<TermKind, KindStatistics>> = {
  name: {
    share: 0.775,
    exponent: 1.3,
    shift: 27,
    inTitle: 0.17,
    strengths: [0.56, 0.56, 0.56, 1.34, 1.34, 1.34, 1.34, 1.34, 2.03, 2.44],
  },
  concept: {
    share: 0.155,
    exponent: 0.95,
    shift: 12,
    inTitle: 0.22,
    strengths: [1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 2.03, 2.22, 2.57],
  },
  number: {
    share: 0.029,
    exponent: 1.55,
    shift: 8,
    inTitle: 0.11,
    strengths: [1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.69, 2.22],
  },
  place: {
    share: 0.019,
    exponent: 1.5,
    shift: 5,
    inTitle: 0.33,
    strengths: [1.34, 1.34, 1.34, 1.34, 1.34, 1.69, 2.03, 2.22, 2.22, 2.82],
  },
  date: {
    share: 0.012,
    exponent: 2.5,
    shift: 8,
    inTitle: 0.06,
    strengths: [1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 2.03, 2.22],
  },
  entity: {
    share: 0.009,
    exponent: 1.65,
    shift: 5,
    inTitle: 0.34,
    strengths: [1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 2.03, 2.22, 2.44, 2.82],
  },
  language: {
    share: 0.002,
    exponent: 2.05,
    shift: 8,
    inTitle: 0.26,
    strengths: [0.7, 1.34, 1.34, 1.34, 1.34, 1.34, 1.34, 1.69, 2.03, 2.57],
  },
};

export const KINDS: readonly TermKind[] = ['name', 'concept', 'number', 'place', 'date', 'entity', 'language'];

/** Languages by their shares of the reports that the bundled stories cite. */
export const LANGUAGE_SHARES: Readonly<Record<string, number>> = {
  es: 344,
  hi: 333,
  ru: 275,
  bn: 258,
  en: 232,
  ar: 178,
  fr: 161,
  de: 143,
  zh: 142,
  it: 39,
  ur: 33,
  pt: 31,
  uk: 29,
  bg: 28,
  ja: 17,
  ta: 12,
};

/**
 * How alike two articles are, the cosine of their terms taken as sets: measured on the set of independent reports.
 * `STORY_SHARES` is set so that the corpus comes near to these.
 */
export const OVERLAPS = {
  'unrelated, two languages': 0.064,
  'unrelated, one language': 0.096,
  'one running story, two languages': 0.119,
  'one running story, one language': 0.192,
  'one event, two languages': 0.255,
} as const;

/** Of an article's draws those from the words of its event and of its running story, and the words that no other language shares. */
export const STORY_SHARES = { event: 0.55, story: 0.2, own: 0.45 } as const;

/**
 * How likely a term of an article is also in another report of its event in another language, by its strength here: what
 * is in the title, or said often, is told by all. From a strength on, up to the next.
 */
export const SHARED_BY_STRENGTH: readonly (readonly [from: number, share: number])[] = [
  [0, 0.09],
  [1, 0.23],
  [1.5, 0.28],
  [2.1, 0.46],
];
