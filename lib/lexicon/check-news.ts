/** What must hold of the news lexicon's sources. */
import { lookupForm } from '../fingerprint/normalise';
import { longestPhrase } from './language-traits';
import type { NewsForms, NewsItem, NewsLexicon } from './news';
import { SCRIPTS } from './news-languages';

/** A form of so many meanings says nothing. */
const TOO_MANY_MEANINGS = 3;

/** Every fault, in words, by file; empty where all is well. */
export function faultsOf(news: NewsLexicon, isStopWord: (lang: string, form: string) => boolean): string[] {
  return [
    ...itemFaults('concepts.tsv', news.concepts),
    ...itemFaults('entities.tsv', news.entities),
    ...news.conceptForms.flatMap((forms) => formFaults('concepts', forms, news.concepts)),
    ...news.entityForms.flatMap((forms) => formFaults('entities', forms, news.entities)),
    ...Object.keys(SCRIPTS).flatMap((lang) => languageFaults(news, lang, isStopWord)),
  ];
}

function itemFaults(file: string, items: readonly NewsItem[]): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ id, field, meaning }) => {
    const faults: string[] = [];
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) faults.push(`${file}: the id "${id}" is not plain`);
    if (seen.has(id)) faults.push(`${file}: ${id} is there twice`);
    if (field === '' || meaning === '') faults.push(`${file}: ${id} says no field or no meaning`);
    seen.add(id);
    return faults;
  });
}

function formFaults(folder: string, { lang, forms }: NewsForms, items: readonly NewsItem[]): string[] {
  const file = `${folder}/${lang}.tsv`;
  const ids = new Set(items.map(({ id }) => id));
  const unknown = [...forms.keys()].filter((id) => !ids.has(id)).map((id) => `${file}: nobody knows the id ${id}`);
  const forgotten = [...ids].filter((id) => !forms.has(id)).map((id) => `${file}: ${id} is forgotten`);
  const written = [...forms].flatMap(([id, list]) => {
    const faults = list
      .filter((form) => form.replace('*', '').trim() === '')
      .map(() => `${file}: ${id} has an empty form`);
    const most = longestPhrase(lang);
    const long = list.filter((form) => form.split(/\s+/).length > most);
    return [...faults, ...long.map((form) => `${file}: ${id}: "${form}" has more than ${most} words`)];
  });
  return [...unknown, ...forgotten, ...written];
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
  const faults: string[] = [];
  const meanings = new Map<string, Set<string>>();
  for (const part of parts) {
    for (const [id, list] of part?.forms ?? []) {
      const [first = ''] = list;
      // Trade names and acronyms are written in Latin letters everywhere.
      if (!script.test(first) && !/\p{Script=Latin}/u.test(first)) {
        faults.push(`${lang}: ${id}: "${first}" is in another script`);
      }
      for (const form of list) {
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
