/** The names of a story in a language, to search with where the index has no report. */
import { kindOfKey } from '../fingerprint/term-kind';
import { NAMES_AS_IN_ENGLISH } from '../lexicon/language-traits';
import type { Lexicon } from '../lexicon/types';
import { nameIn, type StoryEntry } from './story-entries';

/** More words find less. */
const MOST_WORDS = 3;
/** What happened narrows a search down that names alone leave wide; more of it says the same again. */
const MOST_TOPICS = 1;
/** Keys that few languages give may be what a word means elsewhere. */
const MOST_KEYS = 3;

/**
 * What to search for a story with, by language: its actors and places, the most telling first, and what happened. A
 * language in which fewer than two of them have a name is left out.
 *
 * @param entries of the story, heaviest first
 */
export function searchWords(
  entries: readonly StoryEntry[],
  lexicon: Lexicon,
  languages: readonly string[],
): Record<string, readonly string[]> {
  const named = entries.filter(({ kind }) => kind === 'name' || kind === 'entity' || kind === 'place');
  const topics = entries.filter(({ kind }) => kind === 'concept');
  const words = languages.map((lang): [string, readonly string[]] => {
    const names = wordsIn(named, lexicon, lang);
    const some = [...names.slice(0, MOST_WORDS - 1), ...wordsIn(topics, lexicon, lang).slice(0, MOST_TOPICS)];
    return [lang, some.length < MOST_WORDS ? [...new Set([...some, ...names])].slice(0, MOST_WORDS) : some];
  });
  return Object.fromEntries(words.filter(([, some]) => some.length > 1));
}

function wordsIn(entries: readonly StoryEntry[], lexicon: Lexicon, lang: string): string[] {
  const words = entries.map(({ kind, keys, names }) => {
    // A palace may be any palace: of an actor or a place only its own key names it.
    const own = keys.filter((key) => (kind === 'concept') === (kindOfKey(key) === 'concept'));
    const known = own
      .slice(0, MOST_KEYS)
      .map((key) => lexicon.nameOf(key, lang))
      .find((name) => name !== null);
    const shared = NAMES_AS_IN_ENGLISH.has(lang) && kind !== 'concept' ? nameIn(names, 'en') : null;
    return nameIn(names, lang) ?? known ?? shared;
  });
  return [...new Set(words.filter((word) => word !== null))];
}
