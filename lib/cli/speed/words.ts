/** Terms by rank, and the made-up words behind them: keys and forms as long and as varied as real ones. */
import { HASH_START, hashStep, hashString } from '../../fingerprint/hash';
import type { TermKind } from '../../fingerprint/types';
import { STORY_SHARES, VOCABULARY } from './term-statistics';

/** What a term is, before a language gives it a key. */
export interface Word {
  readonly kind: TermKind;
  /** From 0, the most frequent first. */
  readonly rank: number;
}

const PREFIX: Readonly<Record<TermKind, string>> = {
  name: 'n',
  concept: 'c',
  number: '#',
  place: 'p',
  date: 'd',
  entity: 'e',
  language: 'l',
};
/** The letters that a skeleton is made of. */
const BONES = 'abhklmnst';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The key of a word in an article of a language. Some names sound alike in no two languages: each language has a key of
 * its own for them, about as frequent.
 */
export function keyOf({ kind, rank }: Word, lang: string): string {
  if (kind !== 'name') return `${PREFIX[kind]}:${kind === 'number' ? rank + 1 : spell(rank, LETTERS)}`;
  const own = hashOf(rank, 'own') / 2 ** 32 < STORY_SHARES.own;
  return `n:${spell(own ? sibling(rank, lang) : rank, BONES)}`;
}

/** Another rank of the same octave. */
function sibling(rank: number, lang: string): number {
  const octave = 2 ** Math.floor(Math.log2(rank + 1));
  const size = Math.min(octave, VOCABULARY.name + 1 - octave);
  return octave - 1 + ((rank + 1 - octave + (hashString(lang) % size)) % size);
}

/** A number as two letters or more: every number another string. */
function spell(number: number, letters: string): string {
  let text = '';
  let rest = number + letters.length;
  do {
    text = letters.charAt(rest % letters.length) + text;
    rest = Math.floor(rest / letters.length) - 1;
  } while (rest >= 0);
  return text;
}

function hashOf(number: number, purpose: string): number {
  let hash = hashStep(HASH_START, number & 0xffff);
  hash = hashStep(hash, number >>> 16);
  for (let i = 0; i < purpose.length; i++) hash = hashStep(hash, purpose.charCodeAt(i));
  // The low bits of the last step say little about the first.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

interface Script {
  readonly consonants: string;
  readonly vowels: string;
  readonly capitals: boolean;
}

const LATIN: Script = { consonants: 'bcdfghjklmnprstvz', vowels: 'aeiou', capitals: true };
const CYRILLIC: Script = { consonants: 'бвгджзклмнпрстфхц', vowels: 'аеиоу', capitals: true };
const ARABIC: Script = { consonants: 'بتجدرزسشعفقكلمنه', vowels: 'ايو', capitals: false };
const HAN: Script = { consonants: '国会议员政府部长总统市场经济安全', vowels: '人大中上和平海地', capitals: false };
const SCRIPTS: Readonly<Record<string, Script>> = {
  ru: CYRILLIC,
  uk: CYRILLIC,
  bg: CYRILLIC,
  ar: ARABIC,
  ur: ARABIC,
  hi: { consonants: 'कखगचजटडतदनपबमयरलवसह', vowels: 'ािीुेो', capitals: false },
  bn: { consonants: 'কখগচজটডতদনপবমযরলসহ', vowels: 'ািীুেো', capitals: false },
  ta: { consonants: 'கசடதநபமயரலவளன', vowels: 'ாிீுேை', capitals: false },
  zh: HAN,
  ja: HAN,
};

/** The word as an article of a language writes it. */
export function formOf({ kind, rank }: Word, lang: string, inflected: boolean): string {
  if (kind === 'number') return String(rank + 1);
  const script = SCRIPTS[lang] ?? LATIN;
  let bits = hashOf(rank, `${lang} ${kind}`);
  // Frequent words are short.
  const syllables = script === HAN ? 1 : 2 + (rank > 50 ? 1 : 0) + (bits % 8 === 0 ? 1 : 0);
  let text = '';
  for (let i = 0; i < syllables; i++) {
    text += script.consonants.charAt(bits % script.consonants.length);
    text += script.vowels.charAt((bits >>> 8) % script.vowels.length);
    bits = Math.imul(bits ^ (bits >>> 13), 0x5bd1e995) >>> 0;
  }
  if (inflected) text += script.consonants.charAt(bits % script.consonants.length);
  // Half of the names are of the kind that capitals mark.
  const capital = script.capitals && kind !== 'concept' && bits % 2 === 0;
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
