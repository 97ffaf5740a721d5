/** Finds the stories of an index that an article reports, with what came before them. */
import type { StoredTerm, StoryIndex } from '../index/types';
import { keepLargest, mean } from '../index/hubness';
import { searchIndex, weigh } from '../index/search';
import { type MatchSubject, sharedWeighted } from './articles';
import { alignedPairs, type SharedTerm } from './evidence';
import { logistic, SAME_EVENT } from './relation';
import { daysBetween } from './time';
import type { StoryMatch } from './types';

/** So many of the nearest stories are looked at closely. */
const CLOSE_LOOK = 24;
/** A term of so many languages of a story is expected in any other language too. */
const COMMON_LANGUAGES = 3;
/** A story below this probability that nothing links to the article's own story is not even related. */
const RELATED = 0.08;

/**
 * The decision: how much of what the story is about the article says, how much of that its title and lead say, how far
 * it stands out among all stories, and how many days lie between. Set by hand on the stories' own translations and on
 * articles of other days (docs/matching.md), until there is labelled data of this kind.
 */
const WEIGHTS = { bias: -8.2, told: 9, standsOut: 14, sameDays: 1.2, perDay: -0.4, undated: 0 };
/** Reports of an event appear within so many days of it … */
const REPORTING_DAYS = 2;
/** … and from so many days on it makes no difference how much later they are. */
const LONGEST_GAP = 14;

/** What a reader is shown: `matchStories` without the article itself among the reports. */
export function findStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  return matchStories(index, subject).map((match) => withoutSelf(match, subject.url));
}

/** Stories by falling score; `background` follows the links of those that are the same event. */
export function matchStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  const query = weigh(index, subject.fingerprint);
  const cosines = searchIndex(index, subject.fingerprint, query);
  const numbers = Array.from(cosines.keys()).filter((number) => index.document(number).kind === 'story');
  const nearest: number[] = [];
  for (const number of numbers) keepLargest(nearest, cosines[number] ?? 0);
  const usual = mean(nearest.slice(1));
  numbers.sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));

  const found = new Map<string, StoryMatch>();
  for (const number of numbers.slice(0, CLOSE_LOOK)) {
    const document = index.document(number);
    const shared = sharedWeighted(index, subject.fingerprint, query, number);
    const told = shareTold(index, index.terms(number), shared, subject.fingerprint.lang, document.titles);
    const gap = daysBetween(document.date, subject.publishedAt);
    const score = logistic(
      WEIGHTS.bias + WEIGHTS.told * told + WEIGHTS.standsOut * ((cosines[number] ?? 0) - usual) + timeWeight(gap),
    );
    const relation = score >= SAME_EVENT ? 'same-event' : score >= RELATED ? 'related' : 'none';
    found.set(document.id, {
      id: document.id,
      date: document.date ?? '',
      titles: document.titles,
      score,
      relation,
      why: alignedPairs(shared),
      coverage: document.coverage,
    });
  }
  linkBackground(index, found, subject.publishedAt);
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** How far the days speak for the event; a report before the event is about something announced. */
function timeWeight(gap: number | null): number {
  if (gap === null) return WEIGHTS.undated;
  const days = Math.abs(gap);
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
  terms: readonly StoredTerm[],
  shared: readonly SharedTerm[],
  lang: string,
  titles: Readonly<Record<string, string>>,
): number {
  const has = Object.hasOwn(titles, lang);
  const told = new Set(shared.map(({ there }) => there.key));
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
    if (known?.relation === 'same-event' || (publishedAt !== null && document.date !== null && document.date > publishedAt)) {
      continue;
    }
    found.set(id, {
      id,
      date: document.date ?? '',
      titles: document.titles,
      score: known?.score ?? 0,
      relation: 'background',
      why: known?.why ?? [],
      coverage: document.coverage,
    });
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
  const own = comparable(url);
  return { ...match, coverage: match.coverage.filter((report) => comparable(report.url) !== own) };
}

/** An address less what does not change the page: scheme, www, a trailing slash, a fragment. */
function comparable(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/(?=\?|$)/, '');
}
