import type { Difference } from '../match/types';
import type { SavedStory } from './saved-story';

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel marks of Arabic. Indic vowel signs are letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** Texts that differ in case, accents and width only become one. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toUpperCase().normalize('NFC');
}

/** What each story is searched by, folded once: a story never changes, and the reader types letter by letter. */
const folded = new WeakMap<SavedStory, string>();

/**
 * The saved stories in which every one of the words occurs: in a title of any language, the article's title, an outlet or
 * a name. Case and accents do not count. Without a word, all of them.
 */
export function searchSaved(stories: readonly SavedStory[], words: string): readonly SavedStory[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return wanted.length === 0 ? stories : stories.filter((saved) => containsAll(saved, wanted));
}

function containsAll(saved: SavedStory, wanted: readonly string[]): boolean {
  const text = folded.get(saved) ?? fold(textOf(saved));
  folded.set(saved, text);
  return wanted.every((word) => text.includes(word));
}

/** A line for each text, so that no word is found across two of them. */
function textOf({ page, story }: SavedStory): string {
  const outlets = story.coverage.flatMap(({ outlet, headline }) => [outlet, headline ?? '']);
  const aligned = story.why.flatMap(({ here, there }) => [here.text, ...there.map(({ text }) => text)]);
  const { onlyHere, onlyThere } = story.differences;
  const names = [...namesIn(onlyHere), ...namesIn(onlyThere)];
  return [page.title, page.site ?? '', ...Object.values(story.titles), ...outlets, ...aligned, ...names].join('\n');
}

function namesIn(differences: readonly Difference[]): string[] {
  return differences.flatMap(({ forms }) => forms.map(({ text }) => text));
}
