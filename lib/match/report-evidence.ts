/** What speaks for a single report, and what only it or only the article tells. */
import { FileFormatError } from '../container/container';
import type { Fingerprint, Term } from '../fingerprint/types';
import type { ArticleIndex } from '../index/article-index';
import type { WaitingSteps } from '../index/late';
import { differencesOf } from './differences';
import type { Aligned, Differences, Report } from './types';

/** A report that tells of the article's event, and where it is known from. */
export interface FoundReport {
  readonly report: Report;
  readonly score: number;
  readonly why: readonly Aligned[];
  readonly index: ArticleIndex;
  /** Its number there. */
  readonly number: number;
}

/** So many reports are compared with the article word by word, the likeliest: nobody opens more, and each takes a millisecond. */
const COMPARED = 60;
/** As many pairs as are shown. */
const MOST_PAIRS = 8;
const NO_DIFFERENCES: Differences = { onlyHere: [], onlyThere: [] };

/** The reports with their evidence, in their order, with a pause after each. */
export function* withEvidenceSteps(found: readonly FoundReport[], fingerprint: Fingerprint): WaitingSteps<Report[]> {
  const differences = new Map<FoundReport, Differences>();
  // Those of one day one after the other: its postings are unpacked once.
  const byDay = found.slice(0, COMPARED).sort((a, b) => a.number - b.number);
  for (const one of byDay) {
    differences.set(one, yield* differencesSteps(one, fingerprint));
    yield;
  }
  return found.map((one) => {
    const own = differences.get(one);
    return own === undefined
      ? one.report
      : { ...one.report, evidence: { why: one.why.slice(0, MOST_PAIRS), differences: own } };
  });
}

/** What is damaged tells nothing. */
function* differencesSteps(
  { report, index, number }: FoundReport,
  fingerprint: Fingerprint,
): WaitingSteps<Differences> {
  try {
    yield* index.load(number);
    return differencesOf(index, fingerprint, number, countsBeside(report));
  } catch (error) {
    if (error instanceof FileFormatError) return NO_DIFFERENCES;
    throw error;
  }
}

/** A headline leaves out nearly all, a feed's item all but the beginning: what else it leaves out says nothing. */
function countsBeside({ headlineOnly, origin }: Report): (term: Term) => boolean {
  if (headlineOnly) return () => false;
  return origin === 'feed' ? ({ place }) => place !== 'body' : () => true;
}
