/**
 * The news lexicon: what its readable sources say (`lexicon/`, see docs/lexicon.md), as entries for the compiler.
 * Strings only; reading the files is the command line's business.
 */
import { lookupForm } from '../fingerprint/normalise';
import type { LexiconEntry } from './types';

/** A line of `concepts.tsv` or `entities.tsv`. */
export interface NewsItem {
  readonly id: string;
  /** Field of a concept (`war`), kind of an entity (`person`). */
  readonly field: string;
  /** What is meant, for translators. */
  readonly meaning: string;
}

/** One language's forms of concepts or entities, by id; the first is the usual name. */
export interface NewsForms {
  readonly lang: string;
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Lines that say nothing or say it again: of an id that stands on several, the last counts. */
  readonly broken: readonly string[];
}

export interface NewsLexicon {
  readonly concepts: readonly NewsItem[];
  readonly entities: readonly NewsItem[];
  readonly conceptForms: readonly NewsForms[];
  readonly entityForms: readonly NewsForms[];
}

/** Entities of these kinds are places, the others actors and the like. */
const PLACES = new Set(['place', 'region']);

/** Lines "id, field, meaning" after a header. */
export function parseItems(text: string): NewsItem[] {
  return rowsOf(text)
    .slice(1)
    .map(([id = '', field = '', meaning = '']) => ({ id, field, meaning }));
}

/** Lines "id, forms parted by |". */
export function parseForms(lang: string, text: string): NewsForms {
  const forms = new Map<string, readonly string[]>();
  const broken: string[] = [];
  for (const row of rowsOf(text)) {
    const [id = '', list = ''] = row;
    if (row.length !== 2) broken.push(`${id} has ${row.length} columns, not 2`);
    if (forms.has(id)) broken.push(`${id} is there twice`);
    forms.set(id, list.split('|'));
  }
  return { lang, forms, broken };
}

function rowsOf(text: string): string[][] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split('\t').map((cell) => cell.trim())]));
}

/** The key of every id: `c:arrest`, `e:nato`, `p:gaza-strip`, or the key that CLDR has for the same English name. */
export function keysOf(news: NewsLexicon, placeKeys: ReadonlyMap<string, string>): Map<string, string> {
  const keys = new Map(news.concepts.map(({ id }) => [id, `c:${id}`]));
  const english = news.entityForms.find(({ lang }) => lang === 'en')?.forms;
  for (const { id, field } of news.entities) {
    const known = (english?.get(id) ?? []).map((form) => placeKeys.get(lookupForm(form, 'en'))).find((key) => key);
    keys.set(id, known ?? `${PLACES.has(field) ? 'p' : 'e'}:${id}`);
  }
  return keys;
}

/** Everything as entries; a final `*` says that any ending may follow. */
export function* newsEntries(news: NewsLexicon, keys: ReadonlyMap<string, string>): Generator<LexiconEntry> {
  for (const { lang, forms } of [...news.conceptForms, ...news.entityForms]) {
    for (const [id, list] of forms) {
      const key = keys.get(id);
      if (!key) continue;
      for (const written of list) {
        const form = written.replace(/\*$/, '');
        // The compiler lets the last word of a phrase carry an ending anyway.
        yield { lang, form, key, prefix: written.endsWith('*') && !form.includes(' ') };
      }
    }
  }
}
