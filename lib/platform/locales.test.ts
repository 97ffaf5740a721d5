import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../public/_locales', import.meta.url));
const fileSchema = v.record(
  v.string(),
  v.object({ message: v.pipe(v.string(), v.minLength(1)), description: v.optional(v.string()) }),
);

function textsOf(locale: string): Record<string, { message: string }> {
  return v.parse(fileSchema, JSON.parse(readFileSync(`${folder}/${locale}/messages.json`, 'utf8')));
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const english = textsOf('en');
const plain = Object.keys(english).filter((key) => !PLURAL.test(key));
const counted = [
  ...new Set(
    Object.keys(english)
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, '')),
  ),
];

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].sort();
}

describe.each(readdirSync(folder))('the interface texts in %s', (locale) => {
  const texts = textsOf(locale);

  it('have every key, and every plural form of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const forms = counted.flatMap((stem) => pluralCategories.map((category) => `${stem}_${category}`));
    expect(Object.keys(texts).sort()).toEqual([...plain, ...forms].sort());
  });

  it('take the same placeholders as English', () => {
    for (const key of plain)
      expect(placeholders(texts[key]?.message ?? ''), key).toEqual(placeholders(english[key]?.message ?? ''));
    // One, two or none may be said without a digit; a form for many needs it.
    for (const stem of counted) expect(texts[`${stem}_other`]?.message, stem).toContain('$1');
  });

  it('name their own language, and fit into the stores', () => {
    expect(texts.locale?.message).toBe(locale);
    expect(texts.extDescription?.message.length).toBeLessThanOrEqual(132);
  });

  it('carry no markup', () => {
    for (const [key, { message }] of Object.entries(texts)) expect(message, key).not.toMatch(/[<>&]/);
  });
});
