/** Gathers the lexicon's entries from the data packages. */
import { createRequire } from 'node:module';
import * as stopword from 'stopword';
import * as v from 'valibot';
import { lookupForm } from '../fingerprint/normalise';
import { conceptsFromCldr, namesFromCldr } from '../lexicon/cldr';
import { keysOf, newsEntries } from '../lexicon/news';
import { SCRIPTS } from '../lexicon/news-languages';
import { quantitiesFromCldr } from '../lexicon/quantities';
import { OWN_STOP_WORDS } from '../lexicon/stop-words';
import { type LexiconEntry, STOP_KEY } from '../lexicon/types';
import { readCldr, readQuantities } from './cldr-source';
import { readNewsLexicon } from './news-source';

const require = createRequire(import.meta.url);

/** The languages of the lexicon, English first: concepts are named after its keywords. */
export const LEXICON_LANGUAGES =
  'en hi bn ur mr ta te gu pa ne ar fa he tr ru uk pl cs ro de fr es pt it nl el zh ja ko id vi th sw my am sv fil ha az bg si hu fi kk ml kn ps sr km no da be ka uz ms'.split(
    ' ',
  );

/** The stop-word package names its lists by ISO 639-3. */
const STOP_LISTS: Readonly<Record<string, readonly string[]>> = {
  en: stopword.eng,
  hi: stopword.hin,
  bn: stopword.ben,
  ur: stopword.urd,
  mr: stopword.mar,
  gu: stopword.guj,
  pa: stopword.panGu,
  ar: stopword.ara,
  fa: stopword.fas,
  he: stopword.heb,
  tr: stopword.tur,
  ru: stopword.rus,
  uk: stopword.ukr,
  pl: stopword.pol,
  cs: stopword.ces,
  ro: stopword.ron,
  de: stopword.deu,
  fr: stopword.fra,
  es: stopword.spa,
  pt: stopword.por,
  it: stopword.ita,
  nl: stopword.nld,
  el: stopword.ell,
  zh: stopword.zho,
  ja: stopword.jpn,
  ko: stopword.kor,
  id: stopword.ind,
  vi: stopword.vie,
  th: stopword.tha,
  sw: stopword.swa,
  my: stopword.mya,
  sv: stopword.swe,
  fil: stopword.tgl,
  ha: stopword.hau,
  bg: stopword.bul,
  hu: stopword.hun,
  fi: stopword.fin,
  da: stopword.dan,
  no: stopword.nob,
  ms: stopword.msa,
};

/** Stop lists that are the most frequent words of a language, "film" and "war" among them. */
const FREQUENCY_LISTS = new Set(['pa']);

/**
 * All entries: names, dates and quantities of CLDR, the news lexicon, concepts of CLDR beside it, and stop words;
 * the news lexicon first, whose names are those that are used.
 *
 * @param withNews false for what CLDR alone gives, to measure what the news lexicon brings
 */
export async function readLexiconEntries(withNews = true): Promise<LexiconEntry[]> {
  const tables = LEXICON_LANGUAGES.flatMap(readCldr);
  const [english] = tables;
  if (!english) return [];
  const used = languagesInUse();
  const names = tables
    .flatMap((table) => [...namesFromCldr(table)])
    .filter(({ key }) => !key.startsWith('l:') || used.has(key.slice(2)));
  const sources = await readNewsLexicon();
  const englishPlaces = names.filter(({ lang, key }) => lang === 'en' && key.startsWith('p:'));
  const placeKeys = new Map(englishPlaces.map(({ form, key }) => [lookupForm(form, 'en'), key]));
  const own = withNews ? [...newsEntries(sources, keysOf(sources, placeKeys))] : [];
  const news = newsOf(own);
  // Concepts of CLDR that the news lexicon does not have are emoji's: grinning faces and fruit. In a language that it has
  // its own words are better: a keyboard finds a mammoth by "big".
  const concepts = [...besideNews(conceptsFromCldr(english, tables), news)].filter(
    ({ key, lang }) => !withNews || (news.keys.has(key) && !Object.hasOwn(SCRIPTS, lang)),
  );
  const stops = [...Object.entries(STOP_LISTS), ...OWN_STOP_WORDS].flatMap(([lang, words]) =>
    words
      .map((form): LexiconEntry => ({ lang, form, key: STOP_KEY }))
      .filter((entry) => !FREQUENCY_LISTS.has(lang) || !news.forms.has(placeOf(entry))),
  );
  const quantities = LEXICON_LANGUAGES.flatMap(readQuantities).flatMap((table) => [...quantitiesFromCldr(table)]);
  return [...own, ...besideNews(names, news), ...quantities, ...concepts, ...stops];
}

/** What the news lexicon takes up. */
interface NewsForms {
  readonly keys: ReadonlySet<string>;
  /** `placeOf` its entries. */
  readonly forms: ReadonlySet<string>;
  /** English word → its key. */
  readonly english: ReadonlyMap<string, string>;
}

function newsOf(own: readonly LexiconEntry[]): NewsForms {
  const english = own.filter(({ lang }) => lang === 'en');
  return {
    keys: new Set(own.map(({ key }) => key)),
    forms: new Set(own.map(placeOf)),
    english: new Map(english.map(({ form, key }) => [lookupForm(form, 'en'), key])),
  };
}

/** Where an entry stands: two of one place mean the same word. */
function placeOf({ lang, form }: LexiconEntry): string {
  return `${lang} ${lookupForm(form, lang)}`;
}

/**
 * CLDR's entries without those that the news lexicon has a meaning for. What CLDR calls by an English word of the news
 * lexicon means the same: so the lexicon's concepts reach languages that it does not cover.
 */
function* besideNews(entries: Iterable<LexiconEntry>, news: NewsForms): Generator<LexiconEntry> {
  for (const entry of entries) {
    if (!/^[cl]:/.test(entry.key)) yield entry;
    else if (!news.forms.has(placeOf(entry))) {
      yield { ...entry, key: news.english.get(entry.key.slice(2).replaceAll('_', ' ')) ?? entry.key };
    }
  }
}

/** Languages that CLDR covers beyond the basics: the ones that the news names. */
function languagesInUse(): Set<string> {
  const file: unknown = require('cldr-core/coverageLevels.json');
  const { effectiveCoverageLevels: levels } = v.parse(
    v.object({ effectiveCoverageLevels: v.record(v.string(), v.string()) }),
    file,
  );
  const used = Object.entries(levels).filter(([, level]) => level !== 'basic');
  return new Set(used.map(([locale]) => locale.split('-', 1)[0] ?? locale));
}
