/** What actors, places and concepts are usually called in each language: the lexicon's tables are hashes and cannot say. */
import { kindOfKey } from '../fingerprint/term-kind';
import { NAMES_AS_IN_ENGLISH } from './language-traits';
import type { LexiconEntry } from './types';

/** Names by key and language; a language that calls a thing as English does has no name of its own for it. */
export type UsualNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The first name that the entries give for each of the keys. A stem ("öldür*") is no name.
 *
 * @param entries most trusted first
 */
export function usualNames(entries: Iterable<LexiconEntry>, keys: ReadonlySet<string>): UsualNames {
  const names = new Map<string, Map<string, string>>();
  for (const { lang, form, key, prefix } of entries) {
    if (!keys.has(key) || prefix) continue;
    const known = names.get(key) ?? new Map<string, string>();
    if (!known.has(lang)) known.set(lang, form);
    names.set(key, known);
  }
  for (const known of names.values()) {
    const english = known.get('en');
    for (const [lang, name] of known) if (lang !== 'en' && name === english) known.delete(lang);
  }
  return names;
}

/** One line a language, its name first, then a cell for each key: empty where English or nothing serves. */
export function writeNames(names: UsualNames): string {
  const keys = [...names.keys()].sort();
  const languages = [...new Set([...names.values()].flatMap((known) => [...known.keys()]))].sort();
  const lines = languages.map((lang) => [lang, ...keys.map((key) => names.get(key)?.get(lang) ?? '')]);
  return [['', ...keys], ...lines].map((cells) => cells.join('\t')).join('\n');
}

/** Reads what `writeNames` wrote; a language's names are taken apart when one is first asked for. */
export function openNames(text: string): (key: string, lang: string) => string | null {
  const [head = '', ...lines] = text.split('\n');
  const columns = new Map(head.split('\t').map((key, at) => [key, at]));
  const byLanguage = new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line]));
  const cells = new Map<string, readonly string[]>();
  const cellsOf = (lang: string): readonly string[] => {
    const known = cells.get(lang) ?? byLanguage.get(lang)?.split('\t') ?? [];
    cells.set(lang, known);
    return known;
  };
  return (key, lang) => {
    const at = columns.get(key);
    if (at === undefined || at === 0) return null;
    const own = cellsOf(lang)[at];
    if (own) return own;
    const shared = NAMES_AS_IN_ENGLISH.has(lang) && kindOfKey(key) !== 'concept';
    return (shared && cellsOf('en')[at]) || null;
  };
}
