/** Which words of both sides aligned, and what each pair brought. */
import type { Fingerprint, Form, Term, TermKind } from '../fingerprint/types';
import { formSimilarity, SAME_NAME } from './form-similarity';
import type { Aligned } from './types';

/** A skeleton of two letters (`n:bt`) is equal by chance far more often: its words must sound more alike. */
const SAME_SHORT_NAME = 0.8;
const SHORT_KEY = 4;
/** Pairs that sound no more alike than this count a little, but a reader would not believe them. */
const BELIEVABLE = 0.72;
const MAX_PAIRS = 12;

/** A shared term with what it adds to the similarity, before it is set in relation to the whole. */
export interface SharedTerm {
  readonly here: Term;
  readonly there: Term;
  readonly weight: number;
  /** How alike the words sound, 0 to 1; 1 for what is no name. */
  readonly similarity: number;
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
  stored: readonly Term[],
  weightOf: (here: Term, there: Term) => number,
): SharedTerm[] {
  const byKey = termsByKey(fingerprint);
  const shared: SharedTerm[] = [];
  for (const there of stored) {
    const here = byKey.get(there.key);
    const first = here?.forms[0];
    if (!here || !first) continue;
    const weight = weightOf(here, there);
    if (here.kind !== 'name') {
      shared.push({ here, there, weight, similarity: 1, form: first, forms: withTranslations(there.forms, there) });
      continue;
    }
    const fit = bestFit(here.forms, there.forms);
    if (fit.similarity >= (here.key.length <= SHORT_KEY ? SAME_SHORT_NAME : SAME_NAME)) {
      const forms = withTranslations(fit.others, there);
      shared.push({
        here,
        there,
        weight: weight * fit.similarity,
        similarity: fit.similarity,
        form: fit.form,
        forms,
      });
    }
  }
  return shared;
}

/** What other languages call it comes last: it serves the languages that have no form of their own. */
function withTranslations(forms: readonly Form[], there: Term): readonly Form[] {
  return there.translations ? [...forms, ...there.translations] : forms;
}

/** One article is compared with many: its terms are sorted by key once. */
const byKeyOf = new WeakMap<Fingerprint, ReadonlyMap<string, Term>>();

function termsByKey(fingerprint: Fingerprint): ReadonlyMap<string, Term> {
  let byKey = byKeyOf.get(fingerprint);
  if (!byKey) {
    byKey = new Map(fingerprint.terms.map((term) => [term.key, term]));
    byKeyOf.set(fingerprint, byKey);
  }
  return byKey;
}

interface Fit {
  readonly similarity: number;
  readonly form: Form;
  /** Forms of the other side that sound like `form`, best first. */
  readonly others: readonly Form[];
}

function bestFit(ours: readonly Form[], theirs: readonly Form[]): Fit {
  let best: Fit = { similarity: 0, form: { lang: 'und', text: '' }, others: [] };
  for (const form of ours) {
    const scored = theirs.map((other) => ({ other, similarity: formSimilarity(form.text, other.text) }));
    const similarity = Math.max(0, ...scored.map((s) => s.similarity));
    if (similarity > best.similarity) {
      const fitting = scored.filter((s) => s.similarity >= SAME_NAME).sort((a, b) => b.similarity - a.similarity);
      best = { similarity, form, others: fitting.map((s) => s.other) };
    }
  }
  return best;
}

/**
 * The pairs to show, heaviest first, with each pair's share of the whole. A word of either side stands once, as what it means where the
 * lexicon knows it: its skeleton may have met another word.
 */
export function alignedPairs(shared: readonly SharedTerm[]): Aligned[] {
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  const meant = new Set(shared.filter(({ here }) => here.kind !== 'name').map(({ form }) => form.text.toLowerCase()));
  const seen = new Set<string>();
  const shown = new Set<string>();
  const pairs: Aligned[] = [];
  for (const { here, form, forms, weight, similarity } of [...shared].sort((a, b) => b.weight - a.weight)) {
    const written = form.text.toLowerCase();
    if (pairs.length === MAX_PAIRS) break;
    if (seen.has(written) || forms.length === 0) continue;
    if (here.kind === 'name' && (meant.has(written) || similarity < BELIEVABLE)) continue;
    // A word of the other side stands once too: 普京 is Putin, and not Vladimir besides.
    const there = firstOfEachLanguage(forms).filter((other) => !shown.has(`${other.lang}\n${other.text}`));
    if (there.length === 0) continue;
    seen.add(written);
    for (const other of there) shown.add(`${other.lang}\n${other.text}`);
    pairs.push({ kind: kindOf(here, [form, ...forms]), here: form, there, weight: total > 0 ? weight / total : 0 });
  }
  return pairs;
}

const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** What a pair is shown as. A "name" that every script with capitals writes without one is a common word. */
function kindOf({ kind }: Term, forms: readonly Form[]): TermKind {
  const cased = forms.filter(({ text }) => CASED.test(text));
  const common = cased.length > 0 && cased.every(({ text }) => text === text.toLowerCase());
  return kind === 'name' && common ? 'concept' : kind;
}

function firstOfEachLanguage(forms: readonly Form[]): Form[] {
  const first = new Map<string, Form>();
  for (const form of forms) if (!first.has(form.lang)) first.set(form.lang, form);
  return [...first.values()];
}
