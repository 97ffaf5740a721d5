import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey } from './message-keys';

export type { MessageKey } from './message-keys';

type PluralStem<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Texts that are counted: the stem of keys such as `reports_one`, `reports_other`. */
export type PluralKey = PluralStem<MessageKey>;

/** Looks a text up; returns '' for a key that the language does not have. */
export type Translate = (key: string, substitutions: readonly string[]) => string;

/** All that components need of the reader's language: texts, and dates, numbers and names as that language writes them. */
export interface Ui {
  readonly locale: string;
  text(key: MessageKey, ...substitutions: readonly string[]): string;
  /** A counted text, in the plural form that the count asks for; the count is the first substitution. */
  count(key: PluralKey, count: number): string;
  number(value: number): string;
  percent(share: number): string;
  bytes(value: number): string;
  /** A day, in words; what is no date is shown as it is. */
  date(iso: string): string;
  /** A moment of the reader's own clock: day and time. */
  moment(iso: string): string;
  /** A length of time in one unit: "15 minutes". */
  duration(value: number, unit: 'minute' | 'hour' | 'day'): string;
  /** A day of the year, short. */
  shortDate(iso: string): string;
  /** "A, B and C". */
  list(parts: readonly string[]): string;
  /** The language's name in the interface language. */
  languageName(tag: string): string;
  /** The language's name for itself. */
  ownLanguageName(tag: string): string;
}

/** Makes the texts and formats of one interface language. */
export function createUi(translate: Translate, locale: string): Ui {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  return {
    locale,
    text: (key, ...substitutions) => translate(key, substitutions),
    count(key, count) {
      const substitutions = [numbers.format(count)];
      return translate(`${key}_${plurals.select(count)}`, substitutions) || translate(`${key}_other`, substitutions);
    },
    number: (value) => numbers.format(value),
    // 99.6 % is not certainty: only what is certain is shown as 100 %.
    percent: (share) => percents.format(share < 1 ? Math.min(share, 0.99) : 1),
    bytes(value) {
      const [unit, size] = value < 1e6 ? (['kilobyte', value / 1e3] as const) : (['megabyte', value / 1e6] as const);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
    },
    date: (iso) => formatDay(iso, days),
    moment: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : moments.format(Date.parse(iso))),
    duration: (value, unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    shortDate: (iso) => formatDay(iso, shortDays),
    list: (parts) => lists.format(parts),
    languageName: (tag) => nameOfLanguage(tag, locale) ?? translate('unknownLanguage', []),
    ownLanguageName: (tag) => nameOfLanguage(tag, tag) ?? tag,
  };
}

/** The day as the page wrote it: no time zone may turn it into its neighbour. */
function formatDay(iso: string, format: Intl.DateTimeFormat): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? iso : format.format(time);
}

function nameOfLanguage(tag: string, locale: string): string | null {
  if (tag === '' || tag === 'und') return null;
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag: shown as it is
  }
}

/** The interface language of the components below. */
export const UiContext = createContext<Ui | null>(null);

/** The interface language, from within a component. */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (ui === null) throw new Error('No UiContext above this component');
  return ui;
}
