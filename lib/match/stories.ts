/** Finds the stories of an index that an article reports, with what came before them. */

import type { Term } from '../fingerprint/types';
import { comparableAddress } from '../index/address';
import { mean } from '../index/hubness';
import { meetingsOf, searchIndex, weigh } from '../index/search';
import type { IndexDocument, StoryIndex } from '../index/types';
import type { MatchSubject } from './articles';

import { logistic } from './decision';
import { alignedPairs, cosineOf, type SharedTerm, type SoundMemo, sharedTerms } from './evidence';
import { SAME_EVENT } from './relation';
import { calendarDays, daysBetween } from './time';
import type { StoryMatch } from './types';

/** So many of the nearest stories are looked at closely. */
const CLOSE_LOOK = 24;
/** A term of so many languages of a story is expected in any other language too. */
const COMMON_LANGUAGES = 3;
/** A story below this probability that nothing links to the article's own story is not even related. */
const RELATED = 0.08;

/**
 * The decision: how far the story's similarity stands out above what any article has with some stories, how much of
 * what the story is about the article tells, whether its headline does, how many days lie between and in which order. Set by hand on the stories' own
 * translations and on articles about other events (docs/matching.md), until there is labelled data of this kind.
 */
const WEIGHTS = {
  bias: -7.6,
  standsOut: 18,
  told: 9,
  sameDays: 1.6,
  perDay: -0.7,
  dayBefore: -1.5,
  before: -12,
  undated: -0.8,
  headlineElsewhere: -3,
};
/** Neighbouring events of one running story share its names, so a small lead over the next one already decides. */
const RIVALRY = 4;
/** The similarity that any article has with some stories: the mean of the ranks from … to. */
const USUAL_RANKS = [5, 15] as const;
/** Reports of an event appear within so many days of it … */
const REPORTING_DAYS = 2;
/** … and from so many days on it makes no difference how much later they are. */
const LONGEST_GAP = 21;

/** What a reader is shown: `matchStories` without the article itself among the reports. */
export function findStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  return matchStories(index, subject).map((match) => withoutSelf(match, subject.url));
}

/**
 * Stories by falling score. Each story is another event, and an article reports one: so the scores share one
 * probability, by the rivals' odds. `background` follows the links of the story that is the same event.
 */
export function matchStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  const candidates = closestStories(index, subject);
  const best = candidates.reduce((most, { odds }) => Math.max(most, odds), Number.NEGATIVE_INFINITY);
  const rivals = candidates.reduce((sum, { odds }) => sum + Math.exp(RIVALRY * (odds - best)), 0);
  const found = new Map<string, StoryMatch>();
  for (const { document, shared, odds } of candidates) {
    const score = (logistic(odds) * Math.exp(RIVALRY * (odds - best))) / rivals;
    const relation = score >= SAME_EVENT ? 'same-event' : logistic(odds) >= RELATED ? 'related' : 'none';
    found.set(document.id, { ...storyOf(document), score, relation, why: alignedPairs(shared) });
  }
  linkBackground(index, found, subject.publishedAt);
  return [...found.values()].sort((a, b) => b.score - a.score);
}

interface Candidate {
  readonly document: IndexDocument;
  readonly shared: readonly SharedTerm[];
  /** Logarithm of the odds that the article reports this event, rivals left aside. */
  readonly odds: number;
}

function closestStories(index: StoryIndex, subject: MatchSubject): Candidate[] {
  const { fingerprint, publishedAt } = subject;
  const query = weigh(index, fingerprint);
  const cosines = searchIndex(index, query);
  const numbers = Array.from(cosines.keys()).filter((number) => index.document(number).kind === 'story');
  numbers.sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
  const usual = mean(numbers.slice(...USUAL_RANKS).map((number) => cosines[number] ?? 0));
  const close = numbers.slice(0, CLOSE_LOOK);
  const sounds: SoundMemo = new Map();
  return meetingsOf(index, query, close).map((meetings, i) => {
    const number = close[i] ?? 0;
    const document = index.document(number);
    const shared = sharedTerms(meetings, sounds).filter(({ meeting }) =>
      isVouched(
        meeting.forms().map(({ lang }) => lang),
        fingerprint.lang,
      ),
    );
    const cosine = cosineOf(query.norm, index.norms[number] ?? 0, shared);
    const told = shareTold(index, index.terms(number), shared, fingerprint.lang, document.titles);
    const time = timeWeight(document.date, publishedAt);
    const headline = shared.some(({ here }) => here.place === 'title') ? 0 : WEIGHTS.headlineElsewhere;
    const similarity = WEIGHTS.standsOut * (cosine - usual) + WEIGHTS.told * told;
    return { document, shared, odds: WEIGHTS.bias + similarity + time + headline };
  });
}

function storyOf(document: IndexDocument): Pick<StoryMatch, 'id' | 'date' | 'titles' | 'coverage'> {
  return { id: document.id, date: document.date ?? '', titles: document.titles, coverage: document.coverage };
}

/** A term of one foreign language's title alone may share a skeleton by chance: it needs a second language. */
function isVouched(languages: readonly string[], lang: string): boolean {
  return languages.some((one) => one === lang || one !== languages[0]);
}

/**
 * How far the days speak for the event. What is surely written before it reports something else: what led to it, or
 * what was announced.
 *
 * @param event ISO date of the event
 * @param report ISO date or date and time of the article
 */
function timeWeight(event: string | null, report: string | null): number {
  const days = daysBetween(event, report);
  const calendar = calendarDays(event, report);
  if (days === null || calendar === null) return WEIGHTS.undated;
  // The day before may be the same hour, on the other side of the world.
  if (calendar < 0) return calendar === -1 && days === 0 ? WEIGHTS.dayBefore : WEIGHTS.before;
  return days <= REPORTING_DAYS
    ? WEIGHTS.sameDays
    : WEIGHTS.sameDays + WEIGHTS.perDay * (Math.min(days, LONGEST_GAP) - REPORTING_DAYS);
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

/** Marks the earlier stories that a same-event story follows, however far back, as background. */
function linkBackground(index: StoryIndex, found: Map<string, StoryMatch>, publishedAt: string | null): void {
  const queue = [...found.values()].filter((match) => match.relation === 'same-event').flatMap(followsOf(index));
  const seen = new Set<string>();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const number = index.find(id);
    if (number < 0) continue;
    const document = index.document(number);
    queue.push(...document.follows);
    const known = found.get(id);
    if (
      known?.relation === 'same-event' ||
      (publishedAt !== null && document.date !== null && document.date > publishedAt)
    ) {
      continue;
    }
    found.set(id, { ...storyOf(document), score: known?.score ?? 0, relation: 'background', why: known?.why ?? [] });
  }
}

function followsOf(index: StoryIndex): (match: StoryMatch) => readonly string[] {
  return (match) => {
    const number = index.find(match.id);
    return number < 0 ? [] : index.document(number).follows;
  };
}

/** The open article is not a report on itself. */
function withoutSelf(match: StoryMatch, url: string | null): StoryMatch {
  if (url === null) return match;
  const own = comparableAddress(url);
  return { ...match, coverage: match.coverage.filter((report) => comparableAddress(report.url) !== own) };
}
