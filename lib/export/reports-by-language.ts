import { baseLanguage } from '../languages/base-language';
import type { Report } from '../match/types';

/** Reports of one language, by its primary subtag. */
export interface LanguageReports {
  readonly lang: string;
  readonly reports: readonly Report[];
}

/** A story's reports by language: the reader's languages first and in the reader's order, then those with most reports. */
export function reportsByLanguage(reports: readonly Report[], languages: readonly string[]): LanguageReports[] {
  const langs = [...new Set(reports.map(({ lang }) => baseLanguage(lang)))];
  const rank = (lang: string): number => {
    const at = languages.indexOf(lang);
    return at < 0 ? languages.length : at;
  };
  return langs
    .map((lang) => ({ lang, reports: reports.filter((report) => baseLanguage(report.lang) === lang) }))
    .sort((a, b) => rank(a.lang) - rank(b.lang) || b.reports.length - a.reports.length || (a.lang < b.lang ? -1 : 1));
}
