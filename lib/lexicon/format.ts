/**
 * The lexicon's binary file: for every language a sorted table of word hashes with what each word means. Words are kept
 * as 32-bit hashes, not as text: a lookup needs no more, and opening the file costs nothing per word. With some 10,000
 * words a language a word that is not in the table is taken for one of them about twice in a million lookups.
 *
 * Sections: `MEAN` lines of meaning keys, `LANG` lines "language words stems", `HASH` the hashes as differences
 * (LEB128), `SENS` for each hash the line number in `MEAN` (LEB128).
 */
import { type ContainerKind, FileFormatError, packContainer, unpackContainer } from '../container/container';
import { ByteReader, ByteWriter } from '../container/varint';
import { HASH_START, hashStep, hashString } from '../fingerprint/hash';
import { type LanguageLexicon, type Lexicon, STOP_KEY } from './types';

const KIND: ContainerKind = { magic: 'SLLX', version: 1, label: 'lexicon' };
const NOTHING: readonly string[] = [];
const SPACE = 0x20;
/** Phrases of more words are not looked for. */
const MAX_PHRASE = 4;
/** Endings are cut from a word up to this many letters … */
const MAX_ENDING = 3;
/** … but what is left has at least so many. */
const MIN_STEM = 3;
/** One-letter words that Arabic and Hebrew write together with the next: and, the, in, to, from, like, that. */
const CLITICS: Readonly<Record<string, RegExp>> = {
  ar: /^(?:[وف]?[بکل]?ال|لل|[وفبکل])(?=.{3})/u,
  he: /^[ובלמהשכ]{1,2}(?=.{3})/u,
};

export interface LexiconTable {
  readonly lang: string;
  readonly words: readonly (readonly [hash: number, keys: readonly string[]])[];
  readonly stems: readonly (readonly [hash: number, keys: readonly string[]])[];
}

/** Writes tables whose rows are sorted by hash. */
export function encodeLexicon(tables: readonly LexiconTable[]): Uint8Array {
  const meanings = new Map<string, number>();
  const hashes = new ByteWriter();
  const senses = new ByteWriter();
  for (const table of tables) {
    for (const rows of [table.words, table.stems]) {
      let last = 0;
      for (const [hash, keys] of rows) {
        const line = keys.join(' ');
        const sense = meanings.get(line) ?? meanings.size;
        meanings.set(line, sense);
        hashes.unsigned(hash - last);
        senses.unsigned(sense);
        last = hash;
      }
    }
  }
  const utf8 = new ByteWriter();
  utf8.text([...meanings.keys()].join('\n'));
  const languages = new ByteWriter();
  languages.text(tables.map((t) => `${t.lang} ${t.words.length} ${t.stems.length}`).join('\n'));
  return packContainer(
    KIND,
    new Map([
      ['MEAN', utf8.bytes()],
      ['LANG', languages.bytes()],
      ['HASH', hashes.bytes()],
      ['SENS', senses.bytes()],
    ]),
  );
}

interface Table {
  readonly hashes: Uint32Array;
  readonly senses: Uint32Array;
}

/**
 * Opens a lexicon file.
 * @throws FileFormatError where the bytes are not a lexicon of this version
 */
export function decodeLexicon(file: Uint8Array): Lexicon {
  const sections = unpackContainer(KIND, file);
  const meanings = readText(sections, 'MEAN')
    .split('\n')
    .map((line) => line.split(' '));
  const hashes = new ByteReader(sectionOf(sections, 'HASH'));
  const senses = new ByteReader(sectionOf(sections, 'SENS'));
  const tables = new Map<string, LanguageLexicon>();
  for (const line of readText(sections, 'LANG').split('\n')) {
    const [lang, words, stems] = line.split(' ');
    if (!lang) continue;
    const wordTable = readTable(hashes, senses, Number(words));
    const stemTable = readTable(hashes, senses, Number(stems));
    tables.set(lang, languageLexicon(lang, wordTable, stemTable, meanings));
  }
  const empty: LanguageLexicon = {
    find: () => NOTHING,
    findPhrase: () => null,
    findInflected: () => NOTHING,
    isStopWord: () => false,
  };
  return { languages: [...tables.keys()], language: (lang) => tables.get(lang) ?? empty };
}

function readTable(hashes: ByteReader, senses: ByteReader, size: number): Table {
  // Every row takes a byte at least: a size beyond that is refused before anything is allocated.
  if (!Number.isInteger(size) || size < 0 || size > hashes.remaining) {
    throw new FileFormatError('This lexicon is damaged: a table of impossible size.');
  }
  const table = { hashes: new Uint32Array(size), senses: new Uint32Array(size) };
  let last = 0;
  for (let i = 0; i < size; i++) {
    last += hashes.unsigned();
    table.hashes[i] = last;
    table.senses[i] = senses.unsigned();
  }
  return table;
}

function languageLexicon(
  lang: string,
  words: Table,
  stems: Table,
  meanings: readonly (readonly string[])[],
): LanguageLexicon {
  const clitics = CLITICS[lang];
  const keysAt = (table: Table, hash: number): readonly string[] | null => {
    const row = indexOfHash(table.hashes, hash);
    return row < 0 ? null : (meanings[table.senses[row] ?? -1] ?? null);
  };
  const find = (form: string): readonly string[] => {
    const keys = keysAt(words, hashString(form)) ?? keysAt(stems, hashString(form.slice(0, -1)));
    return keys && keys[0] !== STOP_KEY ? keys : NOTHING;
  };
  const findStem = (form: string): readonly string[] => {
    const prefixes: number[] = [];
    let hash = HASH_START;
    for (let i = 0; i < form.length; i++) {
      hash = hashStep(hash, form.charCodeAt(i));
      prefixes.push(hash);
    }
    const shortest = Math.max(MIN_STEM, form.length - MAX_ENDING, Math.ceil(form.length / 2));
    for (let length = form.length; length >= shortest; length--) {
      const prefix = prefixes[length - 1] ?? 0;
      const keys = (length < form.length && length > MIN_STEM ? keysAt(words, prefix) : null) ?? keysAt(stems, prefix);
      if (keys && keys[0] !== STOP_KEY) return keys;
    }
    return NOTHING;
  };
  const findPhrase: LanguageLexicon['findPhrase'] = (text, start) => {
    // The hash of a longer phrase goes on from that of the shorter one: no string is made.
    let hash = HASH_START;
    let found: { length: number; keys: readonly string[] } | null = null;
    for (let length = 1; length <= MAX_PHRASE; length++) {
      const word = text[start + length - 1];
      if (!word) break;
      if (length > 1 && !(word.joined && text[start + length - 2]?.joined)) hash = hashStep(hash, SPACE);
      for (let i = 0; i < word.form.length; i++) hash = hashStep(hash, word.form.charCodeAt(i));
      const keys = length > 1 ? keysAt(words, hash) : null;
      if (keys && keys[0] !== STOP_KEY) found = { length, keys };
    }
    return found;
  };
  return {
    find,
    findPhrase,
    findInflected(form) {
      const exact = find(form);
      if (exact.length > 0) return exact;
      const bare = clitics ? form.replace(clitics, '') : form;
      if (bare !== form) {
        const keys = find(bare);
        if (keys.length > 0) return keys;
      }
      return findStem(bare);
    },
    isStopWord: (form) => keysAt(words, hashString(form))?.[0] === STOP_KEY,
  };
}

function indexOfHash(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = hashes[middle] ?? 0;
    if (value === hash) return middle;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function sectionOf(sections: Map<string, Uint8Array>, name: string): Uint8Array {
  const section = sections.get(name);
  if (!section) throw new FileFormatError(`This lexicon is damaged: section ${name} is missing.`);
  return section;
}

function readText(sections: Map<string, Uint8Array>, name: string): string {
  const bytes = sectionOf(sections, name);
  return new ByteReader(bytes).text();
}
