/** The engine as the extension and the command line hold it: a lexicon and an index, opened once. */
import type { Article } from '../article/types';
import { createFingerprinter, type Fingerprinter } from '../fingerprint/fingerprint';
import { decodeIndex } from '../index/decode';
import type { WaitingSteps } from '../index/late';
import { runSteps } from '../index/statistics';
import { decodeLexicon } from '../lexicon/format';
import type { MatchSubject } from './articles';
import { storyDifferencesOf } from './differences';
import { type LiveIndex, withLiveReportsSteps } from './live-reports';
import { searchWords } from './search-words';
import { findStories } from './stories';
import { entriesOf } from './story-entries';
import type { Findings, FoundStory, IndexFacts, StoryMatch } from './types';

export interface Engine extends Fingerprinter {
  /** The coverage of the event that an article reports, of the bundled index. */
  findCoverage(article: Article): Findings;
  /** The same of what the reader follows as well, with a pause every few milliseconds. */
  findCoverageSteps(article: Article, live: readonly LiveIndex[]): WaitingSteps<Findings>;
  facts(): IndexFacts;
}

/** A reader's articles are few and far between: what is kept of their words must not grow from one to the next. */
const MOST_WORDS = 10_000;

/**
 * Opens the two files.
 * @throws FileFormatError where one of them is damaged, or of a version that this code does not read
 */
export function createEngine(lexicon: Uint8Array, index: Uint8Array): Engine {
  const words = decodeLexicon(lexicon);
  const fingerprinter = createFingerprinter(words, MOST_WORDS);
  const open = decodeIndex(index);
  const complete = (match: StoryMatch, { fingerprint }: MatchSubject): FoundStory => {
    const number = open.find(match.id);
    const entries = entriesOf(open, number);
    return {
      ...match,
      differences: storyDifferencesOf(open, fingerprint, number, entries),
      searchWords: searchWords(entries, words, words.languages),
    };
  };
  function* findCoverageSteps(article: Article, live: readonly LiveIndex[]): WaitingSteps<Findings> {
    const subject: MatchSubject = {
      id: null,
      url: article.url,
      publishedAt: article.publishedAt,
      fingerprint: fingerprinter.fingerprint(article),
    };
    const matches = findStories(open, subject);
    const of = (relation: StoryMatch['relation']) => matches.filter((match) => match.relation === relation);
    const sameEvent = of('same-event').map((match) => complete(match, subject));
    yield;
    return {
      sameEvent: yield* withLiveReportsSteps(sameEvent, subject, live),
      background: of('background').sort((a, b) => (a.date < b.date ? 1 : -1)),
      related: of('related'),
      index: open.facts,
    };
  }
  return {
    fingerprint: (source) => fingerprinter.fingerprint(source),
    findCoverage: (article) => runSteps(findCoverageSteps(article, [])),
    findCoverageSteps,
    facts: () => open.facts,
  };
}
