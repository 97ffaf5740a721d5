/** What a story of the index is about: its actors, places, numbers and topics, each once. */
import type { Form, Term } from '../fingerprint/types';
import type { StoryIndex } from '../index/types';

export interface StoryEntry {
  readonly kind: Term['kind'];
  /** Every key that stands for it ("Abbas" and "Araghchi" are one man), the one of most languages first. */
  readonly keys: readonly string[];
  /** What it is called, by language. */
  readonly names: readonly Form[];
  /** Strength times rarity of its heaviest term. */
  readonly weight: number;
}

/** "Two" is in every story. */
const SMALL_NUMBER = /^#:\d$/;

/** Entries by falling weight. */
export function entriesOf(index: StoryIndex, story: number): StoryEntry[] {
  const entries = new Map<string, StoryEntry>();
  const terms = [...index.terms(story)].sort((a, b) => b.strength - a.strength);
  for (const { key, kind, strength, forms, translations = [] } of terms) {
    const names = kind === 'number' ? byLength(forms) : translations;
    const [first] = names;
    if (!first || SMALL_NUMBER.test(key)) continue;
    const id = `${kind === 'number' ? key : ''}\n${(nameIn(names, 'en') ?? first.text).toLowerCase()}`;
    const weight = strength * index.rarity(key, kind);
    const known = entries.get(id);
    if (!known) entries.set(id, { kind, keys: [key], names, weight });
    else {
      entries.set(id, {
        // What the lexicon knows says better what it is than how it sounds.
        kind: known.kind === 'name' ? kind : known.kind,
        keys: [...known.keys, key],
        names: known.names,
        weight: Math.max(known.weight, weight),
      });
    }
  }
  return [...entries.values()].sort((a, b) => b.weight - a.weight);
}

/** A number as itself before the number with its unit. */
function byLength(forms: readonly Form[]): Form[] {
  return [...forms].sort((a, b) => a.text.length - b.text.length);
}

/** The name in a language, or null. */
export function nameIn(names: readonly Form[], lang: string): string | null {
  return names.find((form) => form.lang === lang)?.text ?? null;
}
