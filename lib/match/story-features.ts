/** What speaks for and against an article reporting the event of a story, as numbers. */
import type { Term } from '../fingerprint/types';
import type { IndexDocument, StoryIndex } from '../index/types';
import type { MatchSubject } from './articles';
import type { SharedTerm } from './evidence';
import { calendarDays, daysBetween } from './time';

export interface StoryFeatures {
  /** How far the cosine stands out above what any article has with some stories. */
  readonly standsOut: number;
  /** Share of the story's weight that the article tells, 0 to 1. */
  readonly told: number;
  /** Whether the article's title shares anything with the story. */
  readonly titled: boolean;
  /** Days surely between event and report, negative where the report is earlier; null where unknown. */
  readonly days: number | null;
  /** Days as written from event to report; null where unknown. */
  readonly calendarDays: number | null;
  /** Whether title and lead name the day of the event, only other days near it, or none. */
  readonly dayNamed: 'event' | 'other' | 'none';
}

/** A term of so many languages of a story is expected in any other language too. */
const COMMON_LANGUAGES = 3;
/** From so many days after the event on it makes no difference how many more. */
const LONGEST_GAP = 7;
/** Cosines and shares are small: in tenths all coefficients are of one size, as what holds them in wants it. */
const TENTHS = 10;

const MEASURES = [
  ['constant', () => 1],
  ['standsOut', (f) => TENTHS * f.standsOut],
  ['told', (f) => TENTHS * f.told],
  ['titled', (f) => (f.titled ? 1 : 0)],
  // Reports of an event appear on its day and the next.
  ['later', (f) => Math.max(0, Math.min(LONGEST_GAP, f.calendarDays ?? 0) - 1)],
  ['dayBefore', (f) => (isDayBefore(f) ? 1 : 0)],
  // What is surely written before it reports something else: what led to it, or what was announced.
  ['before', (f) => (isDayBefore(f) ? 0 : Math.max(0, Math.min(LONGEST_GAP, -(f.calendarDays ?? 0))))],
  ['eventDay', (f) => (f.dayNamed === 'event' ? 1 : 0)],
  ['otherDay', (f) => (f.dayNamed === 'other' ? 1 : 0)],
  ['undated', (f) => (f.days === null ? 1 : 0)],
  ['toldUndated', (f) => (f.days === null ? TENTHS * f.told : 0)],
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
    titled: shared.some(({ here }) => here.place === 'title'),
    days: daysBetween(date, publishedAt),
    calendarDays: calendarDays(date, publishedAt),
    dayNamed: dayNamed(fingerprint.terms, date),
  };
}

/**
 * The share of the story's weight that the article tells. Only terms count that an article in this language can have:
 * those that the story has in that language, or where it has no title in it those that many of its languages share.
 */
function shareTold(
  index: StoryIndex,
  terms: readonly Term[],
  shared: readonly SharedTerm[],
  lang: string,
  titles: Readonly<Record<string, string>>,
): number {
  const has = Object.hasOwn(titles, lang);
  const told = new Set(shared.map(({ here }) => here.key));
  let all = 0;
  let ours = 0;
  for (const term of terms) {
    const languages = new Set(term.forms.map((form) => form.lang));
    if (has ? !languages.has(lang) : languages.size < COMMON_LANGUAGES) continue;
    const weight = term.strength * index.rarity(term.key, term.kind);
    all += weight;
    if (told.has(term.key)) ours += weight;
  }
  return all > 0 ? ours / all : 0;
}

const DAY = /^d:\d\d-\d\d$/;

function dayNamed(terms: readonly Term[], date: string | null): StoryFeatures['dayNamed'] {
  const days = terms.filter(({ kind, key, place }) => kind === 'date' && place !== 'body' && DAY.test(key));
  if (date === null || days.length === 0) return 'none';
  return days.some(({ key }) => key === `d:${date.slice(5)}`) ? 'event' : 'other';
}
