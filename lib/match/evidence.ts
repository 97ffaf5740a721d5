/** Which words of both sides aligned, and what each pair brought. */
import type { Fingerprint, Form, Term } from '../fingerprint/types';
import type { StoredTerm } from '../index/types';
import { formSimilarity } from './form-similarity';
import type { Aligned } from './types';

/** Two names with one skeleton that sound less alike than this are a coincidence. */
const MIN_SIMILARITY = 0.5;
const MAX_PAIRS = 12;

/** A shared term with what it adds to the similarity, before it is set in relation to the whole. */
export interface SharedTerm {
  readonly here: Term;
  readonly there: StoredTerm;
  readonly weight: number;
  /** The words that fit each other best. */
  readonly form: Form;
  readonly forms: readonly Form[];
}

/**
 * The terms that both sides have. A name counts by how alike the words behind it sound; where they only share a
 * skeleton it is left out.
 *
 * @param weightOf weight of a shared term, before that
 */
export function sharedTerms(
  fingerprint: Fingerprint,
  stored: readonly StoredTerm[],
  weightOf: (here: Term, there: StoredTerm) => number,
): SharedTerm[] {
  const byKey = new Map(fingerprint.terms.map((term) => [term.key, term]));
  const shared: SharedTerm[] = [];
  for (const there of stored) {
    const here = byKey.get(there.key);
    const first = here?.forms[0];
    if (!here || !first) continue;
    const weight = weightOf(here, there);
    if (here.kind !== 'name') {
      shared.push({ here, there, weight, form: first, forms: there.forms });
      continue;
    }
    const fit = bestFit(here.forms, there.forms);
    if (fit.similarity >= MIN_SIMILARITY) {
      shared.push({ here, there, weight: weight * fit.similarity, form: fit.form, forms: fit.others });
    }
  }
  return shared;
}

interface Fit {
  readonly similarity: number;
  readonly form: Form;
  /** Forms of the other side, those that sound most like `form` first. */
  readonly others: readonly Form[];
}

function bestFit(ours: readonly Form[], theirs: readonly Form[]): Fit {
  let best: Fit = { similarity: 0, form: { lang: 'und', text: '' }, others: [] };
  for (const form of ours) {
    const scored = theirs.map((other) => ({ other, similarity: formSimilarity(form.text, other.text) }));
    const similarity = Math.max(0, ...scored.map((s) => s.similarity));
    if (similarity > best.similarity) {
      // What sounds alike first; what only means the same (普京 for Putin) serves languages that have nothing alike.
      const others = scored.sort((a, b) => b.similarity - a.similarity).map((s) => s.other);
      best = { similarity, form, others };
    }
  }
  return best;
}

/** The pairs to show, heaviest first, with each pair's share of the whole. One pair of words stands once. */
export function alignedPairs(shared: readonly SharedTerm[]): Aligned[] {
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  const seen = new Set<string>();
  const pairs: Aligned[] = [];
  for (const { here, form, forms, weight } of [...shared].sort((a, b) => b.weight - a.weight)) {
    const written = form.text.toLowerCase();
    if (pairs.length === MAX_PAIRS) break;
    if (seen.has(written) || forms.length === 0) continue;
    seen.add(written);
    pairs.push({ kind: here.kind, here: form, there: firstOfEachLanguage(forms), weight: total > 0 ? weight / total : 0 });
  }
  return pairs;
}

function firstOfEachLanguage(forms: readonly Form[]): Form[] {
  const first = new Map<string, Form>();
  for (const form of forms) if (!first.has(form.lang)) first.set(form.lang, form);
  return [...first.values()];
}
