/** What speaks for a single report, and what only it or only the article tells. */
import { FileFormatError } from '../container/container';
import type { Fingerprint, Term } from '../fingerprint/types';
import type { ArticleIndex } from '../index/article-index';
import type { WaitingSteps } from '../index/late';
import { differencesOf } from './differences';
import type { Aligned, Difference, Differences, Report } from './types';

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
/** As many words as a single report has. */
const MOST = 12;
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

/**
 * What none of several reports tells of the article, and what the article does not tell of them, what most of them tell
 * first. Reports that were not compared, and bare headlines, cannot say what is left out.
 */
export function joinDifferences(reports: readonly Report[]): Differences {
  const there = reports.flatMap(({ evidence }) => evidence?.differences.onlyThere ?? []);
  const whole = reports.flatMap(({ evidence, headlineOnly }) =>
    evidence && !headlineOnly ? [evidence.differences.onlyHere] : [],
  );
  const shown = (counted: readonly Counted[]): Difference[] =>
    counted.slice(0, MOST).map(({ difference }) => difference);
  return {
    onlyHere: shown(onceEach(whole.flat()).filter(({ found }) => found === whole.length)),
    onlyThere: shown(onceEach(there)),
  };
}

interface Counted {
  readonly found: number;
  readonly difference: Difference;
}

/** The same word of several reports once, with the weight of all of them, the heaviest first. */
function onceEach(differences: readonly Difference[]): Counted[] {
  const known = new Map<string, Counted>();
  for (const difference of differences) {
    const key = `${difference.kind} ${difference.forms[0]?.text.toLowerCase()}`;
    const { found, difference: first } = known.get(key) ?? { found: 0, difference: { ...difference, weight: 0 } };
    known.set(key, { found: found + 1, difference: { ...first, weight: first.weight + difference.weight } });
  }
  return [...known.values()].sort((a, b) => b.difference.weight - a.difference.weight);
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
