/** Which words of both sides aligned, and what each pair brought. */
import { hasCapital } from '../fingerprint/normalise';
import type { Form, Place, Term, TermKind } from '../fingerprint/types';
import { PLACES } from '../index/format';
import type { Meeting } from '../index/search';
import type { StoryIndex } from '../index/types';
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
  /** Number of the other side's posting in the index, which knows its words. */
  readonly posting: number;
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
export function sharedTerms(index: StoryIndex, meetings: readonly Meeting[], sounds: SoundMemo): SharedTerm[] {
  const { strengths, places } = index.postings;
  const shared: SharedTerm[] = [];
  for (const { queryTerm, posting } of meetings) {
    const { term: here, weight: ours, rarity } = queryTerm;
    const [first] = here.forms;
    if (!first) continue;
    const there = PLACES[places[posting] ?? 0] ?? 'body';
    const weight = ours * (strengths[posting] ?? 0) * rarity;
    if (here.kind !== 'name') {
      shared.push({ here, posting, there, rarity, weight, similarity: 1, form: first });
      continue;
    }
    const { similarity, form } = bestFit(index, here, posting, sounds);
    if (similarity >= (here.key.length <= SHORT_KEY ? SAME_SHORT_NAME : SAME_NAME)) {
      shared.push({ here, posting, there, rarity, weight: weight * similarity, similarity, form });
    }
  }
  return shared;
}

/** How our words sound, and how alike those of the index: one query meets the same words again and again. */
export type SoundMemo = Map<Form, { readonly sound: Sound; readonly alike: Map<number, number> }>;

const soundsOfForms = new WeakMap<StoryIndex, (Sound | undefined)[]>();

function soundOfForm(index: StoryIndex, number: number): Sound {
  let sounds = soundsOfForms.get(index);
  if (!sounds) {
    sounds = [];
    soundsOfForms.set(index, sounds);
  }
  let sound = sounds[number];
  if (!sound) {
    sound = soundOf(index.form(number).text);
    sounds[number] = sound;
  }
  return sound;
}

function bestFit(
  index: StoryIndex,
  here: Term,
  posting: number,
  sounds: SoundMemo,
): { similarity: number; form: Form } {
  const { formStarts, formNumbers } = index.postings;
  const from = formStarts[posting] ?? 0;
  const to = formStarts[posting + 1] ?? 0;
  let best = 0;
  let fit = here.forms[0] ?? { lang: 'und', text: '' };
  for (const form of here.forms) {
    let known = sounds.get(form);
    if (!known) {
      known = { sound: soundOf(form.text), alike: new Map() };
      sounds.set(form, known);
    }
    for (let f = from; f < to; f++) {
      const number = formNumbers[f] ?? 0;
      let similarity = known.alike.get(number);
      if (similarity === undefined) {
        similarity = soundSimilarity(known.sound, soundOfForm(index, number));
        known.alike.set(number, similarity);
      }
      if (similarity > best) {
        best = similarity;
        fit = form;
      }
    }
  }
  return { similarity: best, form: fit };
}

/** The words of the other side, those first that sound most like ours; what other languages call it comes last. */
function formsThere(index: StoryIndex, { here, posting, form }: SharedTerm): readonly Form[] {
  const { formStarts, formNumbers } = index.postings;
  const forms = Array.from(formNumbers.subarray(formStarts[posting], formStarts[posting + 1]), index.form);
  const translations = index.translations(posting);
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
export function alignedPairs(index: StoryIndex, shared: readonly SharedTerm[]): Aligned[] {
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
    const forms = formsThere(index, one);
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
