/** Lexicon entries → the compact binary table of `format.ts`. */
import { hashString } from '../fingerprint/hash';
import { lookupForm } from '../fingerprint/normalise';
import { segment, UNSPACED } from '../fingerprint/segment';
import { isQuantity } from '../fingerprint/term-kind';
import { encodeLexicon, type LexiconTable } from './format';
import { isSharedName, KEEPS_LAST_LETTER, NAMES_AS_IN_ENGLISH } from './language-traits';
import { keptHash } from './table';
import { type LexiconEntry, STOP_KEY } from './types';
import type { UsualNames } from './usual-names';

/** Of names in scripts that write vowels. */
const FINAL_VOWEL = /[aeoαηοаяеоиы\p{M}]$/u;

/** A form with more meanings than this says nothing: it is dropped. */
const MAX_MEANINGS = 2;
/** A word of at least so many letters is kept as its stem, the word less its last letter. */
const MIN_STEM_SOURCE = 5;

/**
 * Compiles entries into one table a language. A form that is a stop word is nothing else; a form that would mean more
 * than two things is left out. A longer word is kept as its stem alone, which serves its inflected forms too, unless
 * words of other meanings have that stem as well: then each is kept whole.
 *
 * @param names what is asked for by name
 */
export function compileLexicon(entries: Iterable<LexiconEntry>, names: UsualNames = new Map()): Uint8Array {
  const languages = new Map<string, { whole: Forms; prefixes: Forms }>();
  for (const { lang, form, key, prefix } of entries) {
    const lookup = phraseForm(form, lang);
    if (!lookup) continue;
    let forms = languages.get(lang);
    if (!forms) {
      forms = { whole: new Map(), prefixes: new Map() };
      languages.set(lang, forms);
    }
    const table = prefix ? forms.prefixes : forms.whole;
    table.set(lookup, (table.get(lookup) ?? new Set()).add(key));
  }
  const tables: LexiconTable[] = [];
  const english = languages.get('en');
  for (const [lang, { whole, prefixes }] of [...languages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (english && NAMES_AS_IN_ENGLISH.has(lang)) withoutShared(whole, english.whole);
    tables.push({ lang, ...hashed(whole, lang), prefixes: toHashes(settle(prefixes)) });
  }
  return encodeLexicon(tables, names);
}

/** A phrase in lookup form: its words as `segment` cuts them, parted by a space where the script uses one. */
function phraseForm(form: string, lang: string): string {
  return segment(lookupForm(form, lang), lang, (_, from, to) => to - from).reduce(
    (phrase, token, i, all) => phrase + (i === 0 || (token.joined && all[i - 1]?.joined) ? '' : ' ') + token.text,
    '',
  );
}

/** Leaves out names that English writes the same. */
function withoutShared(forms: Forms, english: Forms): void {
  for (const [form, keys] of forms) {
    const shared = english.get(form);
    const same = shared?.size === keys.size && [...keys].every((key) => shared.has(key));
    if (same && isSharedName([...keys])) forms.delete(form);
  }
}

type Forms = Map<string, Set<string>>;

/** What each form means after all; a form that means too much is left out. */
function settle(forms: Forms): Map<string, readonly string[]> {
  const settled = new Map<string, readonly string[]>();
  for (const [form, keys] of forms) {
    // "Three" stands in lists of stop words, and says how many.
    const quantities = [...keys].filter(isQuantity);
    if (quantities.length > 0) settled.set(form, quantities.sort());
    else if (keys.has(STOP_KEY)) settled.set(form, [STOP_KEY]);
    else if (keys.size <= MAX_MEANINGS) settled.set(form, [...keys].sort());
  }
  return settled;
}

function hashed(forms: Forms, lang: string): Pick<LexiconTable, 'words' | 'stems'> {
  const settled = settle(forms);
  const byStem = new Map<string, Set<string>>();
  for (const [form, keys] of settled) {
    const stem = stemOf(form, keys, lang);
    if (stem) byStem.set(stem, (byStem.get(stem) ?? new Set()).add(keys.join(' ')));
  }
  const words = new Map<string, readonly string[]>();
  const stems = new Map<string, readonly string[]>();
  for (const [form, keys] of settled) {
    const stem = stemOf(form, keys, lang);
    if (stem && keys[0] !== STOP_KEY && byStem.get(stem)?.size === 1) stems.set(stem, keys);
    else words.set(form, keys);
  }
  return { words: toHashes(words), stems: toHashes(stems) };
}

function stemOf(form: string, keys: readonly string[], lang: string): string | null {
  if (form.length < MIN_STEM_SOURCE || form.includes(' ') || UNSPACED.test(form) || KEEPS_LAST_LETTER.has(lang))
    return null;
  // A name keeps its last letter, or Путин were in пути and Turkey in a word for focus; only a final vowel changes
  // (Обама, Обамы; Praha, v Praze).
  if (isSharedName(keys) && !FINAL_VOWEL.test(form)) return null;
  return form.slice(0, -1);
}

/** Hashes of the forms with their keys, sorted; two forms with one hash and other keys are both dropped. */
function toHashes(forms: Map<string, readonly string[]>): [number, readonly string[]][] {
  const byHash = new Map<number, readonly string[] | null>();
  for (const [form, keys] of forms) {
    const hash = keptHash(hashString(form));
    const known = byHash.get(hash);
    byHash.set(hash, known === undefined || known?.join() === keys.join() ? keys : null);
  }
  const kept: [number, readonly string[]][] = [];
  for (const [hash, keys] of byHash) if (keys) kept.push([hash, keys]);
  return kept.sort(([a], [b]) => a - b);
}
