/** Reads the CLDR packages and the stop-word package into lexicon entries. */
import { createRequire } from 'node:module';
import * as v from 'valibot';
import type { CldrLanguage } from '../lexicon/cldr';
import type { CldrQuantities } from '../lexicon/quantities';

const require = createRequire(import.meta.url);
const Names = v.record(v.string(), v.string());
const Rules = v.record(
  v.string(),
  v.union([
    v.array(v.array(v.string())),
    v.pipe(
      v.string(),
      v.transform((): string[][] => []),
    ),
  ]),
);
const Keywords = v.record(
  v.string(),
  v.object({ default: v.optional(v.array(v.string())), tts: v.optional(v.array(v.string())) }),
);

/** CLDR's folder for a language where it is not the code itself. */
const CLDR_FOLDER: Readonly<Record<string, string>> = { pt: 'pt', no: 'no', zh: 'zh' };
/** Other scripts and regions of a language, whose words are added. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh-Hant'],
  pt: ['pt-PT'],
  sr: ['sr-Latn'],
  es: ['es-419'],
};

/** The tables of one language, variants merged in. */
export function readCldr(lang: string): CldrLanguage[] {
  return [CLDR_FOLDER[lang] ?? lang, ...(VARIANTS[lang] ?? [])].map((folder) => readFolder(lang, folder));
}

function readFolder(lang: string, folder: string): CldrLanguage {
  const main = (pack: string, file: string): unknown => at(load(`${pack}/main/${folder}/${file}.json`), 'main', folder);
  const names = main('cldr-localenames-full', 'territories');
  const calendar = at(main('cldr-dates-full', 'ca-gregorian'), 'dates', 'calendars', 'gregorian');
  const territories = parse(Names, at(names, 'localeDisplayNames', 'territories'));
  return {
    lang,
    territories,
    languages: parse(Names, at(main('cldr-localenames-full', 'languages'), 'localeDisplayNames', 'languages')),
    cities: { ...(isLatin(territories) ? defaultCities() : {}), ...citiesIn(folder) },
    months: widths(at(calendar, 'months')),
    weekdays: widths(at(calendar, 'days')),
    annotations: annotationsOf(folder),
  };
}

/** What one language calls quantities and days, variants merged in. */
export function readQuantities(lang: string): CldrQuantities[] {
  return [CLDR_FOLDER[lang] ?? lang, ...(VARIANTS[lang] ?? [])].map((folder) => {
    const main = (pack: string, file: string): unknown =>
      at(load(`${pack}/main/${folder}/${file}.json`), 'main', folder);
    const numbers = at(main('cldr-numbers-full', 'numbers'), 'numbers', 'decimalFormats-numberSystem-latn');
    const day = at(main('cldr-dates-full', 'dateFields'), 'dates', 'fields', 'day');
    return {
      lang,
      spellout: parse(Rules, at(load(`cldr-rbnf/rbnf/${folder}.json`), 'rbnf', 'rbnf', 'SpelloutRules')),
      compact: parse(Names, at(numbers, 'long', 'decimalFormat')),
      percent: parse(Names, at(main('cldr-units-full', 'units'), 'units', 'long', 'concentr-percent')),
      days: Object.fromEntries(
        ['-1', '0'].flatMap((days) => {
          const name = at(day, `relative-type-${days}`);
          // In Hindi and Urdu one word is yesterday and tomorrow.
          return typeof name === 'string' && name !== at(day, 'relative-type-1') ? [[days, name]] : [];
        }),
      ),
    };
  });
}

function annotationsOf(folder: string): Record<string, string[]> {
  const table = at(load(`cldr-annotations-full/annotations/${folder}/annotations.json`), 'annotations', 'annotations');
  const keywords = parse(Keywords, table);
  return Object.fromEntries(
    Object.entries(keywords).map(([emoji, { default: words = [], tts = [] }]) => [emoji, [...words, ...tts]]),
  );
}

/** Wide names, and abbreviated ones of three letters and more, in both grammatical contexts. */
function widths(table: unknown): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const context of ['format', 'stand-alone']) {
    for (const width of ['wide', 'abbreviated']) {
      for (const [key, name] of Object.entries(parse(Names, at(table, context, width)))) {
        const bare = name.replace(/\.$/, '');
        if (width === 'wide' || bare.length >= 3) names[key] = [...new Set([...(names[key] ?? []), bare])];
      }
    }
  }
  return names;
}

/** Whether a language writes its names in Latin letters. */
function isLatin(names: Readonly<Record<string, string>>): boolean {
  return Object.values(names).some((name) => /^\p{Script=Latin}{4}/u.test(name));
}

function citiesIn(folder: string): Record<string, string> {
  const zones = load(`cldr-dates-full/main/${folder}/timeZoneNames.json`);
  return citiesOf(at(zones, 'main', folder, 'dates', 'timeZoneNames', 'zone'));
}

/**
 * A city that a language does not name is called as the last part of its zone (UTS #35, part 4, "Time Zone Goals"):
 * English has no entry for Europe/Moscow. Russian names nearly every zone there is.
 */
function defaultCities(): Record<string, string> {
  const zones = Object.keys(citiesIn('ru'));
  return Object.fromEntries(zones.map((zone) => [zone, (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')]));
}

function citiesOf(zones: unknown): Record<string, string> {
  const cities: Record<string, string> = {};
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const city = at(node, 'exemplarCity');
    if (typeof city === 'string') {
      cities[path] = city;
      return;
    }
    for (const [key, child] of Object.entries(node)) walk(child, path ? `${path}/${key}` : key);
  };
  walk(zones, '');
  for (const zone of Object.keys(cities)) if (zone.startsWith('Etc/')) delete cities[zone];
  return cities;
}

function load(path: string): unknown {
  try {
    return require(path);
  } catch (error) {
    // CLDR lacks some tables of some languages: that language is poorer, the others are not touched.
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function at(value: unknown, ...path: string[]): unknown {
  let node = value;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = Object.entries(node).find(([name]) => name === key)?.[1];
  }
  return node;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  return v.parse(schema, value ?? {});
}
