import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MESSAGE_KEYS } from './message-keys';
import { createUi } from './ui';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const folder = new URL('../public/_locales/', import.meta.url);

function messagesOf(locale: string): Messages {
  return JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8'));
}

function uiOf(locale: string): ReturnType<typeof createUi> {
  const messages = messagesOf(locale);
  const translate = (key: string, substitutions: readonly string[]): string =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => substitutions[Number(at) - 1] ?? '');
  return createUi(translate, locale);
}

const placeholders = (message: string | undefined): string[] => [...new Set(message?.match(/\$\d/g) ?? [])].sort();
const PLURAL = /_(zero|one|two|few|many|other)$/;

describe.each(readdirSync(folder))('the texts in %s', (locale) => {
  const messages = messagesOf(locale);
  const english = messagesOf('en');

  it('are complete: every key, and every plural form that the language has', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const stems = MESSAGE_KEYS.filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));
    const plain = MESSAGE_KEYS.filter((key) => !PLURAL.test(key));
    const wanted = [...plain, ...stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`))];
    expect(Object.keys(messages).sort()).toEqual(wanted.sort());
  });

  it('have the placeholders of the English ones, and a text each', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      const own = placeholders(message);
      // Languages with a dual say "two reports" without a numeral.
      if (/_(zero|one|two)$/.test(key) && own.length === 0) continue;
      expect(own, key).toEqual(placeholders(english[key.replace(PLURAL, '_other')]?.message ?? english[key]?.message));
    }
  });

  it('name their own language', () => expect(messages.locale?.message).toBe(locale));
});

describe('numbers and dates', () => {
  const ui = uiOf('en');

  it('never call certain what is not', () => {
    expect(ui.percent(0.999)).toBe('99%');
    expect(ui.percent(1)).toBe('100%');
  });

  it('keep the day that the page wrote, whatever its offset', () => {
    expect(ui.date('2025-06-23T23:59-11:00')).toBe('June 23, 2025');
    expect(ui.date('2025-06-23')).toBe('June 23, 2025');
  });

  it('show as it is what is no date', () => {
    expect(ui.date('last week')).toBe('last week');
    expect(ui.date('2025-99-99')).toBe('2025-99-99');
  });

  it('count in the plural forms of the language', () => {
    expect(ui.count('reports', 1)).toBe('1 report');
    expect(ui.count('reports', 2)).toBe('2 reports');
    const arabic = uiOf('ar');
    expect(new Set([0, 1, 2, 3, 11, 100].map((count) => arabic.count('reports', count))).size).toBe(6);
  });

  it('name a language, and one that nobody knows', () => {
    expect(ui.languageName('hi')).toBe('Hindi');
    expect(ui.ownLanguageName('hi')).toBe('हिन्दी');
    expect(ui.languageName('und')).toBe('language unknown');
    expect(ui.languageName('not a tag')).toBe('not a tag');
  });
});
