/** Gathers the lexicon's entries from the data packages. */
import { createRequire } from 'node:module';
import * as stopword from 'stopword';
import * as v from 'valibot';
import { conceptsFromCldr, namesFromCldr } from '../lexicon/cldr';
import { quantitiesFromCldr } from '../lexicon/quantities';
import { OWN_STOP_WORDS } from '../lexicon/stop-words';
import { type LexiconEntry, STOP_KEY } from '../lexicon/types';
import { readCldr, readQuantities } from './cldr-source';

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

/** A concept that fewer languages than this have words for is not worth its bytes. */
const MIN_CONCEPT_LANGUAGES = 20;

/** All entries: names, dates and concepts of CLDR, and stop words. */
export function readLexiconEntries(): LexiconEntry[] {
  const tables = LEXICON_LANGUAGES.flatMap(readCldr);
  const [english] = tables;
  if (!english) return [];
  const used = languagesInUse();
  const names = tables
    .flatMap((table) => [...namesFromCldr(table)])
    .filter(({ key }) => !key.startsWith('l:') || used.has(key.slice(2)));
  const concepts = [...conceptsFromCldr(english, tables)].filter(({ form }) => !form.includes(' '));
  const spread = new Map<string, Set<string>>();
  for (const { key, lang } of concepts) spread.set(key, (spread.get(key) ?? new Set()).add(lang));
  const stops = [...Object.entries(STOP_LISTS), ...OWN_STOP_WORDS].flatMap(([lang, words]) =>
    words.map((form): LexiconEntry => ({ lang, form, key: STOP_KEY })),
  );
  const quantities = LEXICON_LANGUAGES.flatMap(readQuantities).flatMap((table) => [...quantitiesFromCldr(table)]);
  return [
    ...names,
    ...quantities,
    ...concepts.filter(({ key }) => (spread.get(key)?.size ?? 0) >= MIN_CONCEPT_LANGUAGES),
    ...stops,
  ];
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
