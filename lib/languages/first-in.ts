import { isSameLanguage } from './base-language';

/** What one of these languages has, the first that has anything; else what English has, else any; undefined where none. */
export function firstIn<T extends { readonly lang: string }>(
  things: readonly T[],
  languages: readonly string[],
): T | undefined {
  for (const lang of [...languages, 'en']) {
    const found = things.find((thing) => isSameLanguage(thing.lang, lang));
    if (found !== undefined) return found;
  }
  return things[0];
}

/** The title in the first of these languages that has one, else in English, else in any; null where there is none. */
export function titleIn(
  titles: Readonly<Record<string, string>>,
  languages: readonly string[],
): { readonly lang: string; readonly text: string } | null {
  const forms = Object.entries(titles).map(([lang, text]) => ({ lang, text }));
  return firstIn(forms, languages) ?? null;
}
