/** Finds the stories of an index that an article reports, with what came before them. */
import { comparableAddress } from '../index/address';
import { mean } from '../index/hubness';
import { meetingsOf, searchIndex, weigh } from '../index/search';
import type { IndexDocument, StoryIndex } from '../index/types';
import type { MatchSubject } from './articles';
import { logistic } from './decision';
import { alignedPairs, cosineOf, type SharedTerm, type SoundMemo, sharedTerms } from './evidence';
import { SAME_EVENT } from './relation';
import { probabilitiesOf, storyOdds, timelessOdds } from './story-decision';
import { type StoryFeatures, storyFeatures } from './story-features';
import type { Relation, StoryMatch } from './types';

/** So many of the nearest stories are looked at closely. */
const CLOSE_LOOK = 24;
/** A story below this probability that nothing links to the article's own story is not even related. */
const RELATED = 0.08;
/**
 * An earlier story that would be the article's own with so much probability, were it of its day, is of the same running
 * story, or else related. Of the trials' pairs above the first all are of one running story, above the second 94 %.
 */
const SAME_RUN = 0.92;
const RELATED_RUN = 0.65;
/** The similarity that any article has with some stories: the mean of the ranks from … to. */
const USUAL_RANKS = [5, 15] as const;

/** What a reader is shown: `matchStories` without the article itself among the reports. */
export function findStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  return matchStories(index, subject).map((match) => withoutSelf(match, subject.url));
}

/**
 * Stories by falling score: the probability that it is the one that the article reports. `background` are the earlier ones
 * that the article's words are near enough to, and all that these and the one of the same event follow.
 */
export function matchStories(index: StoryIndex, subject: MatchSubject): StoryMatch[] {
  const candidates = closestStories(index, subject);
  const scores = probabilitiesOf(candidates.map(({ features }) => storyOdds(features)));
  const found = new Map<string, StoryMatch>();
  for (const [i, { document, shared, features }] of candidates.entries()) {
    const score = scores[i] ?? 0;
    const relation = relationOf(features, score);
    found.set(document.id, { ...storyOf(document), score, relation, why: alignedPairs(shared) });
  }
  linkBackground(index, found, subject.publishedAt);
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** A story that an article may report. */
export interface Candidate {
  readonly document: IndexDocument;
  readonly shared: readonly SharedTerm[];
  readonly features: StoryFeatures;
}

/** The stories nearest to an article, looked at closely. */
export function closestStories(index: StoryIndex, subject: MatchSubject): Candidate[] {
  const { fingerprint } = subject;
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
    const features = storyFeatures(index, number, subject, shared, cosine - usual);
    return { document, shared, features };
  });
}

function relationOf(features: StoryFeatures, score: number): Relation {
  if (score >= SAME_EVENT) return 'same-event';
  const isEarlier = features.calendarDays !== null && features.calendarDays >= 1;
  const timeless = isEarlier ? logistic(timelessOdds(features)) : 0;
  if (timeless >= SAME_RUN) return 'background';
  return timeless >= RELATED_RUN || logistic(storyOdds(features)) >= RELATED ? 'related' : 'none';
}

function storyOf(document: IndexDocument): Pick<StoryMatch, 'id' | 'date' | 'titles' | 'coverage'> {
  return { id: document.id, date: document.date ?? '', titles: document.titles, coverage: document.coverage };
}

/** A term of one foreign language's title alone may share a skeleton by chance: it needs a second language. */
function isVouched(languages: readonly string[], lang: string): boolean {
  return languages.some((one) => one === lang || one !== languages[0]);
}

const HAS_LINKS: ReadonlySet<Relation> = new Set(['same-event', 'background']);

/** Marks the earlier stories that the event's own story and its background follow, however far back, as background. */
function linkBackground(index: StoryIndex, found: Map<string, StoryMatch>, publishedAt: string | null): void {
  const queue = [...found.values()].filter(({ relation }) => HAS_LINKS.has(relation)).flatMap(followsOf(index));
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
