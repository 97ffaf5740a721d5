/** Which writing a text is in, and which languages are written in it: the first and surest sign of a language. */

/** Scripts that one language of the world's press is written in. */
const SINGLE: readonly (readonly [script: string, lang: string])[] = [
  ['Thai', 'th'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Gujarati', 'gu'],
  ['Gurmukhi', 'pa'],
  ['Oriya', 'or'],
  ['Sinhala', 'si'],
  ['Hebrew', 'he'],
  ['Hangul', 'ko'],
  ['Greek', 'el'],
  ['Armenian', 'hy'],
  ['Georgian', 'ka'],
  ['Ethiopic', 'am'],
  ['Myanmar', 'my'],
  ['Khmer', 'km'],
  ['Lao', 'lo'],
  ['Bengali', 'bn'],
  ['Tibetan', 'bo'],
  ['Thaana', 'dv'],
];

/** Scripts that several languages share; the languages told apart in them. Latin is whatever is none of these. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  Cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'tg', 'mn'],
  Arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug'],
  Devanagari: ['hi', 'mr', 'ne'],
};

/** Languages written in a script that another language is the usual one of; believed where the page declares them. */
const GUESTS: Readonly<Record<string, readonly string[]>> = { he: ['yi'], am: ['ti'], bn: ['as'], zh: ['ja', 'ko'] };

const PATTERNS = [...SINGLE.map(([name]) => name), 'Han', 'Hiragana', 'Katakana', 'Latin', ...Object.keys(SHARED)].map(
  (name) => [name, new RegExp(`\\p{sc=${name}}`, 'gu')] as const,
);

/** What the writing says: the language, or the script that its language shares with others; null without letters. */
export type ScriptVerdict = { readonly lang: string } | { readonly script: string } | null;

/** Judges a text by the script most of its letters are in. */
export function judgeScript(text: string, declared: string | null): ScriptVerdict {
  const counts = new Map<string, number>();
  for (const [name, pattern] of PATTERNS) counts.set(name, text.match(pattern)?.length ?? 0);
  const count = (name: string) => counts.get(name) ?? 0;

  const kana = count('Hiragana') + count('Katakana');
  const east = kana + count('Han') + count('Hangul');
  // An ideograph is a word: names and quotations in Latin letters outnumber it before they outweigh it.
  if (east > 0 && 2 * east >= count('Latin')) {
    if (count('Hangul') > east / 4) return { lang: 'ko' };
    return { lang: kana > east / 20 ? 'ja' : guest('zh', east < 30 ? declared : null) };
  }
  // Names in Latin letters stand in texts of any writing, other writings hardly ever in a Latin text.
  let main: readonly [string, number] = ['', 0];
  for (const [name, letters] of counts) {
    const weight = name === 'Latin' ? letters / 2 : letters;
    if (weight > main[1]) main = [name, weight];
  }
  if (main[1] === 0) return null;
  const single = SINGLE.find(([name]) => name === main[0]);
  if (single === undefined) return { script: main[0] };
  if (single[1] === 'bn' && (text.match(/[ৰৱ]/g)?.length ?? 0) > main[1] / 100) return { lang: 'as' };
  return { lang: guest(single[1], declared) };
}

function guest(lang: string, declared: string | null): string {
  return declared !== null && GUESTS[lang]?.includes(declared) ? declared : lang;
}

/** Whether a language is written in the script, as far as this project knows. */
export function isWrittenIn(lang: string, script: string): boolean {
  const shared = SHARED[script];
  if (shared !== undefined) return shared.includes(lang);
  const elsewhere = SINGLE.some(([, single]) => single === lang) || lang === 'zh' || lang === 'ja';
  // Serbian is written in both Latin and Cyrillic letters.
  return (
    script === 'Latin' && !elsewhere && (lang === 'sr' || !Object.values(SHARED).some((langs) => langs.includes(lang)))
  );
}
