/**
 * Titles of documents that have several, language by language: so they take two thirds of what they take story by story,
 * since a packer sees no further back than a few stories. For each language its tag, then for each document that has a
 * title in it the difference to the document before and the title.
 */
import { ByteReader, ByteWriter } from '../container/varint';
import { boundedCount } from './read-sections';

export type Titles = Readonly<Record<string, string>>;

/** @param titles of each document; those with fewer than two are left to its record */
export function writeTitles(titles: readonly Titles[]): Uint8Array {
  const section = new ByteWriter();
  const several = titles.flatMap((all, number) => (hasSeveral(all) ? [{ number, all }] : []));
  const languages = [...new Set(several.flatMap(({ all }) => Object.keys(all)))];
  section.unsigned(languages.length);
  for (const lang of languages) {
    const having = several.filter(({ all }) => all[lang] !== undefined);
    section.text(lang);
    section.unsigned(having.length);
    let previous = 0;
    for (const { number, all } of having) {
      section.unsigned(number - previous);
      section.text(all[lang] ?? '');
      previous = number;
    }
  }
  return section.bytes();
}

/** Whether a document's titles stand here and not in its record. */
export function hasSeveral(titles: Titles): boolean {
  return Object.keys(titles).length > 1;
}

/**
 * The titles by number of the document.
 * @throws FileFormatError where the section is damaged
 */
export function readTitles(section: Uint8Array): ReadonlyMap<number, Titles> {
  const reader = new ByteReader(section);
  const titles = new Map<number, Record<string, string>>();
  const languages = boundedCount(reader);
  for (let i = 0; i < languages; i++) {
    const lang = reader.text();
    const count = boundedCount(reader);
    let number = 0;
    for (let j = 0; j < count; j++) {
      number += reader.unsigned();
      const own: Record<string, string> = titles.get(number) ?? {};
      own[lang] = reader.text();
      titles.set(number, own);
    }
  }
  return titles;
}
