/** What must hold of the news lexicon's sources. */
import { lookupForm } from '../fingerprint/normalise';
import { longestPhrase } from './language-traits';
import type { NewsForms, NewsItem, NewsLexicon } from './news';
import { SCRIPTS } from './news-languages';

/** A form of so many meanings says nothing. */
const TOO_MANY_MEANINGS = 3;

/** Trade names and acronyms that a language of another script leaves in Latin letters are fewer than this. */
const MOST_IN_LATIN = 0.1;
/** So are concepts for which a language of Latin script has the very forms of English. */
const MOST_AS_IN_ENGLISH = 0.03;

const LATIN = /\p{Script=Latin}/u;
/** Letters that belong to several scripts: the long mark of katakana, the apostrophe of Ukrainian. */
const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** Fields of concepts. */
const FIELDS = new Set(
  'business climate crime culture diplomacy disaster economy education event health labour law media person place politics quantity religion science society sport technology time transport war weather'.split(
    ' ',
  ),
);

/** Kinds of entities: what is a place or a region gets the key of one, so that a slip of the pen would matter. */
const KINDS = new Set(
  'agency armed-group award club company court event league media ministry organisation parliament party people person place product region religion treaty'.split(
    ' ',
  ),
);

/** Every fault, in words, by file; empty where all is well. */
export function faultsOf(news: NewsLexicon, isStopWord: (lang: string, form: string) => boolean): string[] {
  return [
    ...itemFaults('concepts.tsv', news.concepts, FIELDS),
    ...itemFaults('entities.tsv', news.entities, KINDS),
    ...news.conceptForms.flatMap((forms) => formFaults('concepts', forms, news.concepts)),
    ...news.entityForms.flatMap((forms) => formFaults('entities', forms, news.entities)),
    ...Object.keys(SCRIPTS).flatMap((lang) => languageFaults(news, lang, isStopWord)),
  ];
}

function itemFaults(file: string, items: readonly NewsItem[], fields: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, field, meaning }) => {
    const faults: string[] = [];
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) faults.push(`${file}: the id "${id}" is not plain`);
    if (seen.has(id)) faults.push(`${file}: ${id} is there twice`);
    if (field === '' || meaning === '') faults.push(`${file}: ${id} says no field or no meaning`);
    else if (!fields.has(field)) faults.push(`${file}: ${id} is of no known kind: ${field}`);
    seen.add(id);
    return faults;
  });
}

function formFaults(folder: string, { lang, forms, broken }: NewsForms, items: readonly NewsItem[]): string[] {
  const file = `${folder}/${lang}.tsv`;
  const ids = new Set(items.map(({ id }) => id));
  const unknown = [...forms.keys()].filter((id) => !ids.has(id)).map((id) => `${file}: nobody knows the id ${id}`);
  const forgotten = [...ids].filter((id) => !forms.has(id)).map((id) => `${file}: ${id} is forgotten`);
  const written = [...forms].flatMap(([id, list]) => {
    const faults = list
      .filter((form) => form.replace('*', '').trim() === '')
      .map(() => `${file}: ${id} has an empty form`);
    const stars = list
      .filter((form) => form.slice(0, -1).includes('*'))
      .map((form) => `${file}: ${id}: "${form}" has a star before its end`);
    const most = longestPhrase(lang);
    const long = list.filter((form) => form.split(/\s+/).length > most);
    return [...faults, ...stars, ...long.map((form) => `${file}: ${id}: "${form}" has more than ${most} words`)];
  });
  return [...broken.map((line) => `${file}: ${line}`), ...unknown, ...forgotten, ...written];
}

/** Concepts and entities of a language together: script, function words, forms of many meanings. */
function languageFaults(
  news: NewsLexicon,
  lang: string,
  isStopWord: (lang: string, form: string) => boolean,
): string[] {
  const script = SCRIPTS[lang];
  const parts = [news.conceptForms, news.entityForms].map((all) => all.find((forms) => forms.lang === lang));
  if (parts.includes(undefined) || !script) return [`${lang}: a file of the language is missing`];
  const faults = untranslated(news, lang, script);
  const meanings = new Map<string, Set<string>>();
  for (const part of parts) {
    for (const [id, list] of part?.forms ?? []) {
      for (const form of list) {
        if (!isWritten(form, script)) faults.push(`${lang}: ${id}: "${form}" is in another script`);
        const lookup = lookupForm(form, lang);
        meanings.set(lookup, (meanings.get(lookup) ?? new Set()).add(id));
      }
    }
  }
  for (const [form, ids] of meanings) {
    if (ids.size >= TOO_MANY_MEANINGS) faults.push(`${lang}: "${form}" means ${[...ids].join(', ')}`);
    if (isStopWord(lang, form)) faults.push(`${lang}: "${form}" (${[...ids].join(', ')}) is a function word`);
  }
  return faults;
}

/** Whether all letters are of the script, or Latin: trade names and acronyms are written so everywhere. */
function isWritten(form: string, script: RegExp): boolean {
  return [...form].every((sign) => !/\p{L}/u.test(sign) || script.test(sign) || LATIN.test(sign) || SHARED.test(sign));
}

/** What was copied from English and left: concepts without a word in the script, too many entries as English has them. */
function untranslated(news: NewsLexicon, lang: string, script: RegExp): string[] {
  const formsOf = (all: readonly NewsForms[], of = lang) => [...(all.find((one) => one.lang === of)?.forms ?? [])];
  const foreign = ([, list]: readonly [string, readonly string[]]) => !list.some((form) => script.test(form));
  const concepts = formsOf(news.conceptForms);
  const entities = formsOf(news.entityForms);
  const faults = concepts.filter(foreign).map(([id]) => `${lang}: ${id} has no form in the script of the language`);
  const names = entities.filter(foreign).map(([id]) => id);
  if (names.length > entities.length * MOST_IN_LATIN) faults.push(tooMany(lang, names, 'in Latin letters alone'));
  if (lang === 'en') return faults;
  const english = new Map(formsOf(news.conceptForms, 'en'));
  const same = concepts.filter(([id, list]) => list.join('|') === english.get(id)?.join('|')).map(([id]) => id);
  if (same.length > concepts.length * MOST_AS_IN_ENGLISH) faults.push(tooMany(lang, same, 'as English has them'));
  return faults;
}

function tooMany(lang: string, ids: readonly string[], how: string): string {
  return `${lang}: ${ids.length} entries are ${how}: ${ids.slice(0, 20).join(' ')}${ids.length > 20 ? ' …' : ''}`;
}
