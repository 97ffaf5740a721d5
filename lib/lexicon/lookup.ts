/** Looks words up in the opened tables of a language. */
import { HASH_START, hashStep, hashString } from '../fingerprint/hash';
import { isEntity } from '../fingerprint/term-kind';
import { ISOLATING, isSharedName, longestPhrase, withoutClitics } from './language-traits';
import { rowOf, type Table } from './table';
import { type LanguageLexicon, type PhraseWord, STOP_KEY } from './types';

const NOTHING: readonly string[] = [];
const SPACE = 0x20;
/** Endings are cut from a word up to this many letters … */
const MAX_ENDING = 3;
/** … but what is left has at least so many. */
const MIN_STEM = 3;
const MIN_INFLECTED_NAME = 5;
/** No word has a shorter beginning that tells what it means. */
const MIN_PREFIX = 2;

type Phrase = NonNullable<ReturnType<LanguageLexicon['findPhrase']>>;

export interface LanguageTables {
  readonly lang: string;
  readonly words: Table;
  readonly stems: Table;
  readonly prefixes: Table;
}

/** Knows no word. */
export const EMPTY_LEXICON: LanguageLexicon = {
  find: () => NOTHING,
  findPhrase: () => null,
  findInflected: () => NOTHING,
  isStopWord: () => false,
  longestWord: () => 0,
};

/** Keys that are meanings, not the mark of stop words. */
function ownKeys(keys: readonly string[] | null): readonly string[] | null {
  return keys && keys[0] !== STOP_KEY ? keys : null;
}

/**
 * What the tables of a language say of its words.
 * @param english where names that the language has no own form of are looked up; null where it shares none
 * @param meanings keys of each meaning, by the number that the tables give
 */
export function languageLexicon(
  { lang, words, stems, prefixes }: LanguageTables,
  english: LanguageTables | null,
  meanings: readonly (readonly string[])[],
): LanguageLexicon {
  const mostWords = longestPhrase(lang);
  const longestEnding = ISOLATING.has(lang) ? 0 : MAX_ENDING;
  const keysIn = (table: Table, hash: number): readonly string[] | null => {
    const row = rowOf(table, hash);
    return row < 0 ? null : (meanings[table.senses[row] ?? -1] ?? null);
  };
  const keysAt = (table: Table, hash: number): readonly string[] | null => {
    const own = keysIn(table, hash);
    if (own || !english || table === prefixes) return own;
    const shared = keysIn(table === words ? english.words : english.stems, hash);
    return shared && isSharedName(shared) ? shared : null;
  };
  const find = (form: string): readonly string[] => {
    let hash = HASH_START;
    let shorter = hash;
    for (let i = 0; i < form.length; i++) {
      shorter = hash;
      hash = hashStep(hash, form.charCodeAt(i));
    }
    return ownKeys(keysAt(words, hash) ?? keysAt(stems, shorter)) ?? NOTHING;
  };
  const findStem = (form: string): readonly string[] => {
    const beginnings: number[] = [];
    let hash = HASH_START;
    for (let i = 0; i < form.length; i++) {
      hash = hashStep(hash, form.charCodeAt(i));
      beginnings.push(hash);
    }
    const shortest = Math.max(MIN_STEM, form.length - longestEnding, Math.ceil(form.length / 2));
    for (let length = form.length; length >= shortest; length--) {
      const prefix = beginnings[length - 1] ?? 0;
      const keys = (length < form.length && length > MIN_STEM ? keysAt(words, prefix) : null) ?? keysAt(stems, prefix);
      if (!keys || keys[0] === STOP_KEY) continue;
      // Short names are acronyms, which hardly take endings: Musk is in no Muskel.
      if (length < MIN_INFLECTED_NAME && length < form.length && keys.some(isEntity)) continue;
      return keys;
    }
    for (let length = form.length; length >= MIN_PREFIX; length--) {
      const keys = keysAt(prefixes, beginnings[length - 1] ?? 0);
      if (keys) return keys;
    }
    return NOTHING;
  };
  const phraseFrom = (first: number, text: readonly PhraseWord[], start: number): Phrase | null => {
    // The hash of a longer phrase goes on from that of the shorter one: no string is made.
    let hash = first;
    let found: Phrase | null = null;
    for (let length = 2; length <= mostWords; length++) {
      const word = text[start + length - 1];
      if (!word) break;
      if (!(word.joined && text[start + length - 2]?.joined)) hash = hashStep(hash, SPACE);
      const { form } = word;
      // The last word of a phrase may carry an ending.
      const shortest = form.length - (word.joined ? 0 : Math.min(longestEnding, Math.max(0, form.length - MIN_STEM)));
      let keys: readonly string[] | null = null;
      for (let i = 0; i < form.length; i++) {
        hash = hashStep(hash, form.charCodeAt(i));
        if (i + 1 >= shortest) keys = keysAt(words, hash) ?? keys;
      }
      if (keys && keys[0] !== STOP_KEY) found = { length, keys };
    }
    return found;
  };
  return {
    find,
    findPhrase(text, start) {
      const first = text[start];
      const found = phraseFrom(first?.hash ?? HASH_START, text, start);
      if (found) return found;
      for (const form of withoutClitics(lang, first?.form ?? '')) {
        const bare = phraseFrom(hashString(form), text, start);
        if (bare) return bare;
      }
      return null;
    },
    findInflected(form) {
      const forms = [form, ...withoutClitics(lang, form)];
      for (const look of [find, findStem]) {
        for (const one of forms) {
          const keys = look(one);
          if (keys.length > 0) return keys;
        }
      }
      return NOTHING;
    },
    isStopWord: (form) => keysAt(words, hashString(form))?.[0] === STOP_KEY,
    longestWord(pieces, from, to) {
      // One hash that goes on: no beginning is joined or read twice.
      let hash = HASH_START;
      let shorter = hash;
      let longest = 0;
      for (let i = from; i < to; i++) {
        const text = pieces[i]?.text ?? '';
        for (let at = 0; at < text.length; at++) {
          shorter = hash;
          hash = hashStep(hash, text.charCodeAt(at));
        }
        if (keysAt(words, hash) ?? ownKeys(keysAt(stems, shorter))) longest = i - from + 1;
      }
      return longest;
    },
  };
}
