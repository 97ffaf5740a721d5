/** Which names of the stories the lexicon knows. */
import { lookupForm } from '../fingerprint/normalise';
import { kindOfKey } from '../fingerprint/term-kind';
import type { LexiconEntry } from '../lexicon/types';
import { type Story, StoryError, type StoryNames } from './story';

/** Languages of other scripts than the English name's: what nobody knows has to be named in each. */
const OWN_NAMES = 'hi bn ur ar fa ru zh ja'.split(' ');

/** English names of actors, places and concepts → their keys. */
export type EnglishKeys = ReadonlyMap<string, string>;

/** @param entries most trusted first */
export function englishKeys(entries: Iterable<LexiconEntry>): EnglishKeys {
  const keys = new Map<string, string>();
  for (const { lang, form, key } of entries) {
    const known = ['entity', 'place', 'concept'].includes(kindOfKey(key) ?? '');
    if (lang === 'en' && known && !keys.has(lookupForm(form, 'en'))) keys.set(lookupForm(form, 'en'), key);
  }
  return keys;
}

/** The keys of all that the stories name and the lexicon knows. */
export function keysOfStories(stories: readonly Story[], english: EnglishKeys): Set<string> {
  const named = stories.flatMap(({ people, places, organisations, topics }) => [
    ...people,
    ...places,
    ...organisations,
    ...topics,
  ]);
  return new Set(named.map((names) => keyOf(names, english)).filter((key) => key !== null));
}

/**
 * Checks that everyone and everything a story is about is known: to the lexicon, or by a name of its own in every script.
 * @throws StoryError naming each fault
 */
export function checkNames(stories: readonly Story[], english: EnglishKeys): void {
  const faults = stories.flatMap((story) =>
    [...story.people, ...story.places, ...story.organisations].flatMap((names) => {
      const lacking = keyOf(names, english) === null ? OWN_NAMES.filter((lang) => !names[lang]) : [];
      return lacking.length > 0 ? [`${story.id}: ${englishOf(names)[0]} has no name in ${lacking.join(' ')}`] : [];
    }),
  );
  if (faults.length > 0) throw new StoryError(faults.join('; '));
}

function keyOf(names: StoryNames, english: EnglishKeys): string | null {
  return (
    englishOf(names)
      .map((name) => english.get(lookupForm(name, 'en')))
      .find((key) => key !== undefined) ?? null
  );
}

function englishOf({ en = [] }: StoryNames): readonly string[] {
  return typeof en === 'string' ? [en] : en;
}
