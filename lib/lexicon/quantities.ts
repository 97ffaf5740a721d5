/**
 * CLDR's tables → lexicon entries for quantities: number words, magnitudes (thousand, lakh, 万, million), percent,
 * yesterday and today. Keys: `#:3` for a number, `x:6` for a power of ten, `u:%`, `r:-1` for days from today.
 * The JSON is passed in. Source: Unicode CLDR 48 (rule-based number formats, compact decimal formats, units, date
 * fields), Unicode-3.0 licence.
 */
import { OWN_QUANTITIES } from './quantity-words';
import type { LexiconEntry } from './types';

/** The parts of CLDR's JSON for one language that are used; each may be missing. */
export interface CldrQuantities {
  readonly lang: string;
  /** Rule sets of the spell-out rules: name → pairs of base value and text. */
  readonly spellout: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** `1000000-count-one` → `0 million`. */
  readonly compact: Readonly<Record<string, string>>;
  /** `unitPattern-count-other` → `{0} percent`. */
  readonly percent: Readonly<Record<string, string>>;
  /** Days from today (`-1`, `0`, `1`) → what that day is called. */
  readonly days: Readonly<Record<string, string>>;
}

const CARDINAL = /^%spellout-(?:cardinal|numbering)(?!.*(?:year|financial|days))/;
/** Zero and one are articles and pronouns in many languages; above twenty hardly anyone writes words. */
const FIRST_WORD = 2;
const LAST_WORD = 20;
/** Number words that mean something commoner: year, face, on, new, you are. */
const AMBIGUOUS = new Set(['vi năm', 'tr on', 'tr yüz', 'tr yedi', 'fr neuf', 'it sei', 'fr six', 'id tujuh']);

/** The entries of one language, our own supplements included. */
export function* quantitiesFromCldr(cldr: CldrQuantities): Generator<LexiconEntry> {
  const { lang } = cldr;
  for (const [name, rules] of Object.entries(cldr.spellout)) {
    if (!CARDINAL.test(name)) continue;
    for (const [value = '', text = ''] of rules) {
      const form = /^([\p{L}\p{M}]+);$/u.exec(text)?.[1];
      const number = /^\d+$/.test(value) ? Number(value) : 0;
      if (form && number >= FIRST_WORD && number <= LAST_WORD && !AMBIGUOUS.has(`${lang} ${form}`)) {
        yield { lang, form, key: `#:${number}` };
      }
    }
  }
  for (const [key, pattern] of Object.entries(cldr.compact)) {
    const power = key.split('-', 1)[0]?.length ?? 0;
    // "00 million" at 10,000,000: the word is worth a power of ten less for every further zero.
    const [positive = ''] = pattern.split(';');
    const zeros = /0+/.exec(positive)?.[0].length ?? 0;
    const form = positive.replace(/0+/, '').replace(/'|\.$/g, '').trim();
    if (zeros > 0 && isWord(form)) yield { lang, form, key: `x:${power - zeros}` };
  }
  for (const [key, pattern] of Object.entries(cldr.percent)) {
    const form = key === 'gender' ? '' : pattern.replace('{0}', '').trim();
    if (isWord(form)) yield { lang, form, key: 'u:%' };
  }
  for (const [days, form] of Object.entries(cldr.days)) yield { lang, form, key: `r:${days}` };
  for (const [key, forms] of Object.entries(OWN_QUANTITIES[lang] ?? {})) {
    for (const form of forms.split('|')) yield { lang, form, key };
  }
}

/** Two letters at least, or one of a script that writes whole words with it. */
function isWord(form: string): boolean {
  return /^[\p{L}\p{M} ]{2,}$/u.test(form) || /^[\p{Script=Han}\p{Script=Hangul}]$/u.test(form);
}
