/**
 * CLDR's tables → lexicon entries: countries, cities, languages, months, weekdays and the keywords of emoji.
 * The JSON is passed in; reading it from the packages is the command line's business.
 * Source: Unicode CLDR 48, Unicode-3.0 licence.
 */
import type { LexiconEntry } from './types';

/** The parts of CLDR's JSON for one language that are used; each may be missing. */
export interface CldrLanguage {
  readonly lang: string;
  readonly territories: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
  /** IANA zone (`Asia/Kolkata`) → name of its city. */
  readonly cities: Readonly<Record<string, string>>;
  /** Month number, weekday (`mon`) → its names. */
  readonly months: Readonly<Record<string, readonly string[]>>;
  readonly weekdays: Readonly<Record<string, readonly string[]>>;
  /** Emoji → its keywords and name. */
  readonly annotations: Readonly<Record<string, readonly string[]>>;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A keyword of more emoji than this is too general to mean one thing. */
const MAX_EMOJI = 12;
/** Phrases longer than this hardly occur in running text. */
const MAX_WORDS = 3;
/** How well the emoji of a keyword must agree with those of a concept: Jaccard index. */
const MIN_AGREEMENT = 0.3;

/** Places, languages and dates of one language. */
export function* namesFromCldr(cldr: CldrLanguage): Generator<LexiconEntry> {
  const { lang } = cldr;
  for (const [code, name] of Object.entries(cldr.territories)) {
    const region = code.split('-', 1)[0] ?? code;
    // Three-digit codes are continents and the like; ZZ, XA, XB, EZ, UN are not countries on a map.
    if (/^(?:\d{3}|[A-Z]{2})$/.test(region) && !/^(?:ZZ|XA|XB|EZ|QO|001)$/.test(region)) {
      yield { lang, form: name.replace(/\s*\(.*\)$/, ''), key: `p:${region}` };
    }
  }
  for (const [zone, name] of Object.entries(cldr.cities)) yield { lang, form: name, key: `p:${zone}` };
  for (const [code, name] of Object.entries(cldr.languages)) {
    if (/^[a-z]{2,3}$/.test(code)) yield { lang, form: name, key: `l:${code}` };
  }
  for (const [month, names] of Object.entries(cldr.months)) {
    for (const form of names) if (isName(form)) yield { lang, form, key: `d:m${month}` };
  }
  for (const [day, names] of Object.entries(cldr.weekdays)) {
    for (const form of names) if (isName(form)) yield { lang, form, key: `d:w${WEEKDAYS.indexOf(day)}` };
  }
}

/** Chinese and its neighbours write months as "6月": a number, which is a term already. */
function isName(form: string): boolean {
  return !/\d/.test(form) && form.length > 1;
}

interface Concept {
  readonly key: string;
  readonly emoji: ReadonlySet<string>;
}

/**
 * Concepts by way of emoji: a keyword of any language means the English keyword whose emoji it shares best. 🚀, say, is
 * "rocket" in English and "रॉकेट" in Hindi; "आग" and "fire" stand beside the same handful of emoji.
 */
export function* conceptsFromCldr(english: CldrLanguage, languages: readonly CldrLanguage[]): Generator<LexiconEntry> {
  const concepts = [...emojiByKeyword(english)].map(([word, emoji]): Concept => {
    return { key: `c:${word.replaceAll(' ', '_')}`, emoji };
  });
  const byEmoji = new Map<string, Concept[]>();
  for (const concept of concepts) {
    for (const emoji of concept.emoji) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), concept]);
  }
  for (const cldr of languages) {
    for (const [form, emoji] of emojiByKeyword(cldr)) {
      if (cldr.lang === english.lang) {
        yield { lang: cldr.lang, form, key: `c:${form.replaceAll(' ', '_')}` };
        continue;
      }
      const candidates = new Set([...emoji].flatMap((one) => byEmoji.get(one) ?? []));
      let best: Concept | null = null;
      let bestAgreement = MIN_AGREEMENT;
      for (const concept of candidates) {
        const agreement = jaccard(emoji, concept.emoji);
        if (agreement > bestAgreement) {
          best = concept;
          bestAgreement = agreement;
        }
      }
      if (best) yield { lang: cldr.lang, form, key: best.key };
    }
  }
}

function emojiByKeyword(cldr: CldrLanguage): Map<string, Set<string>> {
  const keywords = new Map<string, Set<string>>();
  for (const [emoji, words] of Object.entries(cldr.annotations)) {
    // Flags are countries, which have names of their own; skin tones and hair say nothing.
    if (/[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u.test(emoji)) continue;
    for (const word of words) {
      const form = word.toLowerCase().trim();
      if (form.length < 2 || form.split(/\s+/).length > MAX_WORDS || /\d/.test(form)) continue;
      const known = keywords.get(form) ?? new Set();
      known.add(emoji);
      keywords.set(form, known);
    }
  }
  for (const [form, emoji] of keywords) if (emoji.size > MAX_EMOJI) keywords.delete(form);
  return keywords;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  return both / (a.size + b.size - both);
}
