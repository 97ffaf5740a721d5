/** What the reader has chosen: its shape, its defaults, and how older versions of it are read. */
import * as v from 'valibot';
import { baseLanguage } from '../languages/base-language';
import { shownText } from '../languages/shown-text';

export const THEMES = ['auto', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large'] as const;
/** The languages of the interface: those of `public/_locales`. */
export const INTERFACE_LANGUAGES = 'en hi bn ur ar fa ru zh es fr de pt id ta'.split(' ');

export interface Settings {
  /** Languages the reader reads, most wanted first; BCP 47 primary subtags; at least one. */
  readonly languages: readonly string[];
  /** Null: as the browser. */
  readonly interfaceLanguage: string | null;
  readonly theme: (typeof THEMES)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  /** One line for each report. */
  readonly compact: boolean;
  /** Names of outlets whose reports are not shown. */
  readonly hiddenOutlets: readonly string[];
  /** Names of outlets whose reports come first in their language. */
  readonly preferredOutlets: readonly string[];
  /** Whether the articles that were matched are listed. */
  readonly history: boolean;
  /** Hosts whose articles are read without a click, as far as the browser grants it. */
  readonly sites: readonly string[];
}

/** How the extension's pages look. */
export type Appearance = Pick<Settings, 'theme' | 'textSize' | 'compact'>;

/** Version of the stored record. 1 had the languages alone. */
const VERSION = 2;
const MOST_ENTRIES = 5000;
const MOST_LANGUAGES = 60;
/** Longest host by RFC 1035, and longer than any outlet's name. */
const MAX_NAME = 253;

const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const Name = v.pipe(v.string(), v.maxLength(MAX_NAME), v.transform(shownText), v.minLength(1));
const Host = v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}$/));
const Names = v.pipe(v.array(Name), v.maxLength(MOST_ENTRIES));

const FIELDS: { readonly [Key in keyof Settings]: v.GenericSchema<unknown, Settings[Key]> } = {
  languages: v.pipe(v.array(Language), v.minLength(1), v.maxLength(MOST_LANGUAGES)),
  interfaceLanguage: v.nullable(v.picklist(INTERFACE_LANGUAGES)),
  theme: v.picklist(THEMES),
  textSize: v.picklist(TEXT_SIZES),
  compact: v.boolean(),
  hiddenOutlets: Names,
  preferredOutlets: Names,
  history: v.boolean(),
  sites: v.pipe(v.array(Host), v.maxLength(MOST_ENTRIES)),
};

const First = v.object({ version: v.literal(1), languages: FIELDS.languages });
const Second = v.object({ version: v.literal(VERSION), ...FIELDS });
const Known = v.looseObject({ version: v.picklist([1, VERSION]) });

/** Languages in order, each once, as primary subtags; what is no language tag is left out. */
export function tidyLanguages(tags: readonly string[]): string[] {
  const bases = tags.map(baseLanguage).filter((tag) => /^[a-z]{2,3}$/.test(tag) && tag !== 'und');
  return [...new Set(bases)];
}

/** What holds until the reader chooses: the languages are the browser's. */
export function defaultSettings(browserLanguages: readonly string[]): Settings {
  const languages = tidyLanguages(browserLanguages);
  return {
    languages: languages.length > 0 ? languages : ['en'],
    interfaceLanguage: null,
    theme: 'auto',
    textSize: 'normal',
    compact: false,
    hiddenOutlets: [],
    preferredOutlets: [],
    history: false,
    sites: [],
  };
}

/**
 * Settings out of a stored record of this or an older version; null for anything else. What is missing or unsound in it is
 * as it was before the reader chose: one damaged choice takes no other with it.
 */
export function readSettings(record: unknown, browserLanguages: readonly string[]): Settings | null {
  const known = v.safeParse(Known, record);
  if (!known.success) return null;
  const defaults = defaultSettings(browserLanguages);
  const sound = <Key extends keyof Settings>(key: Key): Settings[Key] => {
    const schema: v.GenericSchema<unknown, Settings[Key]> = FIELDS[key];
    const field = v.safeParse(schema, known.output[key]);
    return field.success ? field.output : defaults[key];
  };
  return {
    languages: tidyLanguages(sound('languages')),
    interfaceLanguage: sound('interfaceLanguage'),
    theme: sound('theme'),
    textSize: sound('textSize'),
    compact: sound('compact'),
    hiddenOutlets: sound('hiddenOutlets'),
    preferredOutlets: sound('preferredOutlets'),
    history: sound('history'),
    sites: sound('sites'),
  };
}

/** Settings out of a record that is sound in every field, as one from a file has to be; null for anything else. */
export function checkSettings(record: unknown): Settings | null {
  const isSound = v.is(First, record) || v.is(Second, record);
  return isSound ? readSettings(record, []) : null;
}

/** Settings that can be read back: of lists that have grown too long the end is kept, which is the newest. */
export function withinBounds(settings: Settings): Settings {
  const newest = (entries: readonly string[], schema: typeof Name | typeof Host): string[] =>
    entries.filter((entry) => v.is(schema, entry)).slice(-MOST_ENTRIES);
  return {
    ...settings,
    languages: settings.languages.slice(0, MOST_LANGUAGES),
    hiddenOutlets: newest(settings.hiddenOutlets, Name),
    preferredOutlets: newest(settings.preferredOutlets, Name),
    sites: newest(settings.sites, Host),
  };
}

/** The record that is stored and exported. */
export function settingsRecord(settings: Settings): Settings & { readonly version: number } {
  return { version: VERSION, ...settings };
}
