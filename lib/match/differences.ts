/** What one of two reports tells and the other does not. */
import { hasCapital } from '../fingerprint/normalise';
import type { Fingerprint, Form, Term, TermKind } from '../fingerprint/types';
import type { StoryIndex } from '../index/types';
import { formSimilarity, SAME_NAME } from './form-similarity';
import type { StoryEntry } from './story-entries';
import type { Difference, Differences } from './types';

const MOST = 12;
/** A term of so many documents is usual. */
const USUAL_SHARE = 0.05;
const ACTORS: ReadonlySet<TermKind> = new Set(['name', 'entity', 'place']);

/** An index of stories or of articles, as far as it is asked here. */
type KnownTerms = Pick<StoryIndex, 'terms' | 'rarity'>;

/**
 * Names, places, numbers, days and concepts of an article that a document of the index has not, and the reverse. A name
 * counts as told where the other side has one that sounds like it, whatever its key; a common word that no lexicon knows
 * is left out, as nobody can say whether the other side tells it.
 *
 * @param counts which terms of the article are looked for in the document: a short one leaves most of them out
 */
export function differencesOf(
  index: KnownTerms,
  fingerprint: Fingerprint,
  number: number,
  counts: (term: Term) => boolean = () => true,
): Differences {
  const stored = index.terms(number);
  return {
    onlyHere: onlyIn(index, fingerprint.terms.filter(counts), stored),
    onlyThere: onlyIn(index, stored, fingerprint.terms),
  };
}

/**
 * The same between an article and a story of the index: of the story counts who and what it is about, in all its
 * languages, not every word of its titles.
 *
 * @param entries of the story
 */
export function storyDifferencesOf(
  index: StoryIndex,
  fingerprint: Fingerprint,
  number: number,
  entries: readonly StoryEntry[],
): Differences {
  const told = new Set(fingerprint.terms.map(({ key }) => key));
  const untold = entries.filter(({ keys }) => !keys.some((key) => told.has(key)));
  const onlyThere = untold.slice(0, MOST).map(({ kind, names, weight }) => ({ kind, forms: names, weight }));
  // What else an article tells is in no story of the index; who else it begins with may be telling, but not the great
  // powers, which are in every other story.
  const head = fingerprint.terms.filter(
    ({ place, kind, key }) => place !== 'body' && ACTORS.has(kind) && shareOfDocuments(index, key) < USUAL_SHARE,
  );
  return { onlyHere: onlyIn(index, head, index.terms(number)), onlyThere };
}

/** How many of the documents have a term, 0 to 1. */
function shareOfDocuments({ postings, lookup, size }: StoryIndex, key: string): number {
  const term = lookup(key);
  return term < 0 ? 0 : ((postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0)) / size;
}

function onlyIn(index: KnownTerms, ours: readonly Term[], theirs: readonly Term[]): Difference[] {
  const keys = new Set(theirs.map(({ key }) => key));
  const names = theirs.filter(({ kind }) => kind === 'name').flatMap(({ forms }) => forms);
  const meant = new Set(ours.filter(({ kind }) => kind !== 'name').flatMap(({ forms }) => forms.map(wordOf)));
  const found: Difference[] = [];
  const seen = new Set<string>();
  const byWeight = ours
    .map((term) => ({ term, weight: term.strength * index.rarity(term.key, term.kind) }))
    .sort((a, b) => b.weight - a.weight);
  for (const { term, weight } of byWeight) {
    if (found.length === MOST) break;
    const [form] = term.forms;
    if (!form || keys.has(term.key) || seen.has(wordOf(form))) continue;
    // A word that the lexicon knows is judged by what it means, not by how it sounds.
    if (term.kind === 'name' && (!isWrittenAsName(term.forms) || meant.has(wordOf(form)) || isHeard(term, names))) {
      continue;
    }
    seen.add(wordOf(form));
    found.push({ kind: term.kind, forms: [form], weight });
  }
  return found;
}

function wordOf({ text }: Form): string {
  return text.toLowerCase();
}

/** Only a script with capitals shows what is a name. */
function isWrittenAsName(forms: readonly Form[]): boolean {
  return forms.some(({ text }) => hasCapital(text) === true);
}

function isHeard({ forms }: Term, names: readonly Form[]): boolean {
  return forms.some((form) => names.some((other) => formSimilarity(form.text, other.text) >= SAME_NAME));
}
