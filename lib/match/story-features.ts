/** What speaks for and against an article reporting the event of a story, as numbers. */
import type { Term } from '../fingerprint/types';
import type { IndexDocument, StoryIndex } from '../index/types';
import { hasNewsWords } from '../lexicon/news-languages';
import type { MatchSubject } from './articles';
import type { SharedTerm } from './evidence';
import { SHORT } from './relation';
import { calendarDays, daysBetween } from './time';

export interface StoryFeatures {
  /** How far the cosine stands out above what any article has with some stories. */
  readonly standsOut: number;
  /** Share of the story's weight that the article tells, 0 to 1. */
  readonly told: number;
  /** How many of the story's numbers the article tells, `MOST_NUMBERS` at most: neighbouring events share the names, seldom these. */
  readonly numbersTold: number;
  /** Whether the article's title shares anything with the story. */
  readonly titled: boolean;
  /** Days surely between event and report, negative where the report is earlier; null where unknown. */
  readonly days: number | null;
  /** Days as written from event to report; null where unknown. */
  readonly calendarDays: number | null;
  /** Whether title and lead name the day of the event, only other days, or none. */
  readonly dayNamed: 'event' | 'other' | 'none';
  /** The same of weekdays, which stand as such where nothing says when the article appeared; those beside it are none. */
  readonly weekdayNamed: 'event' | 'other' | 'none';
  /** Whether the article is a headline and a sentence at most. */
  readonly brief: boolean;
  /** Whether the news lexicon lacks the article's language: then only names and numbers are told. */
  readonly wordless: boolean;
}

/** A term of so many languages of a story is expected in any other language too. */
const COMMON_LANGUAGES = 3;
/** From so many days after the event on it makes no difference how many more. */
const LONGEST_GAP = 14;
/** Cosines and shares are small: in tenths all coefficients are of one size, as what holds them in wants it. */
const TENTHS = 10;
const MOST_NUMBERS = 2;

const MEASURES = [
  ['constant', () => 1],
  ['standsOut', (f) => TENTHS * f.standsOut],
  ['told', (f) => TENTHS * f.told],
  ['numbersTold', (f) => f.numbersTold],
  ['titled', (f) => (f.titled ? 1 : 0)],
  // Reports of an event appear on its day and the next.
  ['later', (f) => Math.max(0, Math.min(LONGEST_GAP, f.calendarDays ?? 0) - 1)],
  ['dayBefore', (f) => (isDayBefore(f) ? 1 : 0)],
  // What is surely written before it reports something else: what led to it, or what was announced.
  ['before', (f) => (isDayBefore(f) ? 0 : Math.max(0, Math.min(LONGEST_GAP, -(f.calendarDays ?? 0))))],
  ['eventDay', (f) => (f.dayNamed === 'event' ? 1 : 0)],
  ['otherDay', (f) => (f.dayNamed === 'other' ? 1 : 0)],
  ['undated', (f) => (f.days === null ? 1 : 0)],
  // Little text tells little of any story.
  ['brief', (f) => (f.brief ? 1 : 0)],
  ['weekday', (f) => (f.weekdayNamed === 'event' ? 1 : f.weekdayNamed === 'other' ? -1 : 0)],
  // What happens is not understood there, and less of any story is told: names are enough on its day, not on any day.
  ['wordless', (f) => (f.wordless && f.days !== null ? 1 : 0)],
] as const satisfies readonly (readonly [name: string, of: (f: StoryFeatures) => number])[];

/** What `storyVector` gives, in its order. */
export const STORY_FEATURE_NAMES = MEASURES.map(([name]) => name);
export type StoryFeatureName = (typeof STORY_FEATURE_NAMES)[number];

/** The features as numbers, the constant first. */
export function storyVector(features: StoryFeatures): readonly number[] {
  return MEASURES.map(([, of]) => of(features));
}

/** The day before may be the same hour, on the other side of the world. */
function isDayBefore({ days, calendarDays: written }: StoryFeatures): boolean {
  return written === -1 && days === 0;
}

/**
 * The features of a story and an article.
 * @param standsOut the story's cosine beyond the usual
 */
export function storyFeatures(
  index: StoryIndex,
  number: number,
  { fingerprint, publishedAt }: MatchSubject,
  shared: readonly SharedTerm[],
  standsOut: number,
): StoryFeatures {
  const { date, titles }: IndexDocument = index.document(number);
  return {
    standsOut,
    told: shareTold(index, index.terms(number), shared, fingerprint.lang, titles),
    numbersTold: Math.min(MOST_NUMBERS, shared.filter(({ here }) => here.kind === 'number').length),
    brief: fingerprint.terms.length < SHORT,
    titled: shared.some(({ here }) => here.place === 'title'),
    days: daysBetween(date, publishedAt),
    calendarDays: calendarDays(date, publishedAt),
    dayNamed: dayNamed(fingerprint.terms, date),
    weekdayNamed: weekdayNamed(fingerprint.terms, date),
    wordless: !hasNewsWords(fingerprint.lang),
  };
}

/**
 * The share of the story's weight that the article tells. Only terms count that an article in this language can have:
 * those that the story has in that language, or where it has no title in it those that many of its languages share; no
 * concepts, where the news lexicon lacks the language.
 */
function shareTold(
  index: StoryIndex,
  terms: readonly Term[],
  shared: readonly SharedTerm[],
  lang: string,
  titles: Readonly<Record<string, string>>,
): number {
  const has = Object.hasOwn(titles, lang);
  const hasWords = hasNewsWords(lang);
  const told = new Set(shared.map(({ here }) => here.key));
  let all = 0;
  let ours = 0;
  for (const term of terms) {
    const languages = new Set(term.forms.map((form) => form.lang));
    if (has ? !languages.has(lang) : languages.size < COMMON_LANGUAGES) continue;
    if (!hasWords && term.kind === 'concept' && !told.has(term.key)) continue;
    const weight = term.strength * index.rarity(term.key, term.kind);
    all += weight;
    if (told.has(term.key)) ours += weight;
  }
  return all > 0 ? ours / all : 0;
}

const DAY = /^d:\d\d-\d\d$/;
const WEEKDAY = /^d:w[0-6]$/;

function dayNamed(terms: readonly Term[], date: string | null): StoryFeatures['dayNamed'] {
  const days = named(DAY, terms);
  if (date === null || days.length === 0) return 'none';
  return days.includes(`d:${date.slice(5, 10)}`) ? 'event' : 'other';
}

/** The weekday before or after may be the event's own on the other side of the world, or that of its eve. */
function weekdayNamed(terms: readonly Term[], date: string | null): StoryFeatures['weekdayNamed'] {
  const weekdays = named(WEEKDAY, terms);
  if (date === null || weekdays.length === 0) return 'none';
  const own = new Date(date).getUTCDay();
  const isNamed = (weekday: number): boolean => weekdays.includes(`d:w${(weekday + 7) % 7}`);
  if (isNamed(own)) return 'event';
  return isNamed(own - 1) || isNamed(own + 1) ? 'none' : 'other';
}

/** The days of one manner that title and lead name. */
function named(manner: RegExp, terms: readonly Term[]): string[] {
  return terms
    .filter(({ kind, key, place }) => kind === 'date' && place !== 'body' && manner.test(key))
    .map(({ key }) => key);
}
