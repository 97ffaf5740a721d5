/** The engine as the extension and the command line hold it: a lexicon and an index, opened once. */
import type { Article } from '../article/types';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { decodeIndex } from '../index/decode';
import { decodeLexicon } from '../lexicon/format';
import type { MatchSubject } from './articles';
import { findStories } from './stories';
import type { Findings, IndexFacts, StoryMatch } from './types';

export interface Engine {
  /** The coverage of the event that an article reports. */
  findCoverage(article: Article): Findings;
  facts(): IndexFacts;
}

/**
 * Opens the two files.
 * @throws FileFormatError where one of them is damaged, or of a version that this code does not read
 */
export function createEngine(lexicon: Uint8Array, index: Uint8Array): Engine {
  const fingerprinter = createFingerprinter(decodeLexicon(lexicon));
  const open = decodeIndex(index);
  return {
    findCoverage(article) {
      const subject: MatchSubject = {
        id: null,
        url: article.url,
        publishedAt: article.publishedAt,
        fingerprint: fingerprinter.fingerprint(article),
      };
      const matches = findStories(open, subject);
      const of = (relation: StoryMatch['relation']) => matches.filter((match) => match.relation === relation);
      return {
        sameEvent: of('same-event'),
        background: of('background').sort((a, b) => (a.date < b.date ? 1 : -1)),
        related: of('related'),
        index: open.facts,
      };
    },
    facts: () => open.facts,
  };
}
