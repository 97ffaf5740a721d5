/** Which words of both sides aligned, and what each pair brought. */
import { hasCapital } from '../fingerprint/normalise';
import type { Form, Place, Term, TermKind } from '../fingerprint/types';
import type { Meeting } from '../index/search';
import { formSimilarity, SAME_NAME, type Sound, soundOf, soundSimilarity } from './form-similarity';
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
  /** Where both meet, which knows the other side's words. */
  readonly meeting: Meeting;
  /** Where the other side has it. */
  readonly there: Place;
  readonly rarity: number;
  readonly weight: number;
  /** How alike the words sound, 0 to 1; 1 for what is no name. */
  readonly similarity: number;
  /** The word of this side that fits best. */
  readonly form: Form;
}

/**
 * The terms that a query and a document share, from where they meet. A name counts by how alike the words behind it
 * sound; where they only share a skeleton it is left out.
 */
export function sharedTerms(meetings: readonly Meeting[], sounds: SoundMemo): SharedTerm[] {
  const shared: SharedTerm[] = [];
  for (const meeting of meetings) {
    const { queryTerm, place: there } = meeting;
    const { term: here, weight: ours, rarity } = queryTerm;
    const [first] = here.forms;
    if (!first) continue;
    const weight = ours * meeting.strength * rarity;
    if (here.kind !== 'name') {
      shared.push({ here, meeting, there, rarity, weight, similarity: 1, form: first });
      continue;
    }
    const { similarity, form } = bestFit(here, meeting.forms(), sounds);
    if (similarity >= (here.key.length <= SHORT_KEY ? SAME_SHORT_NAME : SAME_NAME)) {
      shared.push({ here, meeting, there, rarity, weight: weight * similarity, similarity, form });
    }
  }
  return shared;
}

/** How our words sound, and how alike those of the index: one query meets the same words again and again. */
export type SoundMemo = Map<Form, { readonly sound: Sound; readonly alike: Map<string, number> }>;

/** How words of indexes sound; forgotten all at once when they are too many. */
const soundsOfWords = new Map<string, Sound>();
const MOST_SOUNDS = 50_000;

function soundOfWord(word: string): Sound {
  let sound = soundsOfWords.get(word);
  if (!sound) {
    if (soundsOfWords.size >= MOST_SOUNDS) soundsOfWords.clear();
    sound = soundOf(word);
    soundsOfWords.set(word, sound);
  }
  return sound;
}

function bestFit(here: Term, theirs: readonly Form[], sounds: SoundMemo): { similarity: number; form: Form } {
  let best = 0;
  let fit = here.forms[0] ?? { lang: 'und', text: '' };
  for (const form of here.forms) {
    let known = sounds.get(form);
    if (!known) {
      known = { sound: soundOf(form.text), alike: new Map() };
      sounds.set(form, known);
    }
    for (const { text } of theirs) {
      let similarity = known.alike.get(text);
      if (similarity === undefined) {
        similarity = soundSimilarity(known.sound, soundOfWord(text));
        known.alike.set(text, similarity);
      }
      if (similarity > best) {
        best = similarity;
        fit = form;
      }
    }
  }
  return { similarity: best, form: fit };
}

/**
 * The cosine of two articles, names counted by how alike they sound.
 * @param here and there the lengths of their weights
 */
export function cosineOf(here: number, there: number, shared: readonly SharedTerm[]): number {
  const length = here * there;
  return length > 0 ? shared.reduce((sum, { weight }) => sum + weight, 0) / length : 0;
}

/** The words of the other side, those first that sound most like ours; what other languages call it comes last. */
function formsThere({ here, meeting, form }: SharedTerm): readonly Form[] {
  const forms = meeting.forms();
  const translations = meeting.translations();
  if (here.kind !== 'name') return [...forms, ...translations];
  const fitting = forms
    .map((other) => ({ other, similarity: formSimilarity(form.text, other.text) }))
    .filter(({ similarity }) => similarity >= SAME_NAME)
    .sort((a, b) => b.similarity - a.similarity);
  return [...fitting.map(({ other }) => other), ...translations];
}

/**
 * The pairs to show, heaviest first, with each pair's share of the whole. A word of either side stands once, as what it
 * means where the lexicon knows it: its skeleton may have met another word.
 */
export function alignedPairs(shared: readonly SharedTerm[]): Aligned[] {
  const total = shared.reduce((sum, { weight }) => sum + weight, 0);
  const meant = new Set(shared.filter(({ here }) => here.kind !== 'name').map(({ form }) => form.text.toLowerCase()));
  const seen = new Set<string>();
  const shown = new Set<string>();
  const pairs: Aligned[] = [];
  for (const one of [...shared].sort((a, b) => b.weight - a.weight)) {
    const { here, form, weight, similarity } = one;
    const written = form.text.toLowerCase();
    if (pairs.length === MAX_PAIRS) break;
    if (seen.has(written)) continue;
    if (here.kind === 'name' && (meant.has(written) || similarity < BELIEVABLE)) continue;
    const forms = formsThere(one);
    // A word of the other side stands once too: 普京 is Putin, and not Vladimir besides.
    const there = firstOfEachLanguage(forms).filter((other) => !shown.has(`${other.lang}\n${other.text}`));
    if (there.length === 0) continue;
    seen.add(written);
    for (const other of there) shown.add(`${other.lang}\n${other.text}`);
    pairs.push({ kind: kindOf(here, [form, ...forms]), here: form, there, weight: total > 0 ? weight / total : 0 });
  }
  return pairs;
}

/** What a pair is shown as. A "name" that every script with capitals writes without one is a common word. */
function kindOf({ kind }: Term, forms: readonly Form[]): TermKind {
  const capitals = forms.map(({ text }) => hasCapital(text)).filter((capital) => capital !== null);
  const common = capitals.length > 0 && !capitals.includes(true);
  return kind === 'name' && common ? 'concept' : kind;
}

function firstOfEachLanguage(forms: readonly Form[]): Form[] {
  const first = new Map<string, Form>();
  for (const form of forms) if (!first.has(form.lang)) first.set(form.lang, form);
  return [...first.values()];
}
