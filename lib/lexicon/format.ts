/**
 * The lexicon's binary file: for every language sorted tables of word hashes with what each word means. Words are kept
 * as hashes, not as text: a lookup needs no more. Of the 32 bits 26 are kept: with 9,000 words a language a word that is
 * not in the table is taken for one of them about once in 7,000 lookups (docs/decisions/0002-lexicon-by-hash.md).
 *
 * Sections: `MEAN` lines of meaning keys, `LANG` lines "language words stems prefixes", `TABL` bits: for each table the
 * width of its differences (5 bits), then for each row the difference to the hash before (Golomb–Rice) and the number of
 * the line in `MEAN` (as many bits as the last line needs).
 */
import { BitReader, BitWriter } from '../container/bits';
import { type ContainerKind, FileFormatError, packContainer, unpackContainer } from '../container/container';
import { ByteReader, ByteWriter } from '../container/varint';
import { HASH_START, hashStep, hashString } from '../fingerprint/hash';
import { type LanguageLexicon, type Lexicon, STOP_KEY } from './types';

const KIND: ContainerKind = { magic: 'SLLX', version: 2, label: 'lexicon' };
const NOTHING: readonly string[] = [];
const SPACE = 0x20;
/** Phrases of more words are not looked for; Vietnamese puts a space after every syllable. */
export function longestPhrase(lang: string): number {
  return lang === 'vi' ? 8 : 4;
}
/** Endings are cut from a word up to this many letters … */
const MAX_ENDING = 3;
/** … but what is left has at least so many. */
const MIN_STEM = 3;
const MIN_INFLECTED_NAME = 5;
/** No word has a shorter beginning that tells what it means. */
const MIN_PREFIX = 2;
/** The languages that write most names as English does: what is the same is kept in the English table alone. */
export const NAMES_AS_IN_ENGLISH: ReadonlySet<string> = new Set(
  'tr pl cs ro de fr es pt it nl id sw sv fil ha az hu fi no da uz ms'.split(' '),
);
/** A name of English: an entity or a place. */
export function isSharedName(keys: readonly string[]): boolean {
  return keys.every((key) => key.startsWith('e:') || key.startsWith('p:'));
}
/** Languages whose words take no endings: half of a Vietnamese or Thai word is another word. */
export const ISOLATING: ReadonlySet<string> = new Set(['vi', 'th', 'lo', 'km', 'my', 'zh', 'ja']);
/** One-letter words that Arabic and Hebrew write together with the next: and, the, in, to, from, like, that. */
const CLITICS: Readonly<Record<string, RegExp>> = {
  ar: /^(?:[وف]?[بکل]?ال|لل|[وفبکل])(?=.{3})/u,
  he: /^[ובלמהשכ]{1,2}(?=.{3})/u,
};

export interface LexiconTable {
  readonly lang: string;
  readonly words: readonly (readonly [hash: number, keys: readonly string[]])[];
  readonly stems: readonly (readonly [hash: number, keys: readonly string[]])[];
  /** Beginnings of words, whatever follows. */
  readonly prefixes: readonly (readonly [hash: number, keys: readonly string[]])[];
}

const HASH_BITS = 26;
const DROPPED_BITS = 32 - HASH_BITS;
const WIDTH_BITS = 5;

/** What of a hash is kept. */
export function keptHash(hash: number): number {
  return hash >>> DROPPED_BITS;
}

/** Writes tables whose rows are sorted by hash, of which `keptHash` is left. */
export function encodeLexicon(tables: readonly LexiconTable[]): Uint8Array {
  const meanings = new Map<string, number>();
  for (const table of tables) {
    for (const [, keys] of [...table.words, ...table.stems, ...table.prefixes]) {
      const line = keys.join(' ');
      if (!meanings.has(line)) meanings.set(line, meanings.size);
    }
  }
  const senseBits = bitsFor(meanings.size);
  const bits = new BitWriter();
  for (const table of tables) {
    for (const rows of [table.words, table.stems, table.prefixes]) {
      const width = Math.max(1, bitsFor(2 ** HASH_BITS / (rows.length + 1)) - 1);
      bits.bits(width, WIDTH_BITS);
      let last = 0;
      for (const [hash, keys] of rows) {
        bits.rice(hash - last, width);
        bits.bits(meanings.get(keys.join(' ')) ?? 0, senseBits);
        last = hash;
      }
    }
  }
  const utf8 = new ByteWriter();
  utf8.text([...meanings.keys()].join('\n'));
  const languages = new ByteWriter();
  languages.text(tables.map((t) => `${t.lang} ${t.words.length} ${t.stems.length} ${t.prefixes.length}`).join('\n'));
  return packContainer(
    KIND,
    new Map([
      ['MEAN', utf8.bytes()],
      ['LANG', languages.bytes()],
      ['TABL', bits.bytes()],
    ]),
  );
}

/** How many bits number so many things. */
function bitsFor(things: number): number {
  return Math.max(1, Math.ceil(Math.log2(things)));
}

interface Table {
  readonly hashes: Uint32Array;
  readonly senses: Uint16Array;
  /** A bit for each hash by its low bits. */
  readonly filter: Uint32Array;
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
  const table = sectionOf(sections, 'TABL');
  const bits = new BitReader(table);
  const senseBits = bitsFor(meanings.length);
  const read = (size: string | undefined): Table => readTable(bits, Number(size), senseBits, table.length);
  const all: LanguageTables[] = [];
  for (const line of readText(sections, 'LANG').split('\n')) {
    const [lang, words, stems, prefixes] = line.split(' ');
    if (!lang) continue;
    const [wordTable, stemTable, prefixTable] = [read(words), read(stems), read(prefixes)];
    all.push({ lang, words: wordTable, stems: stemTable, prefixes: prefixTable });
  }
  const english = all.find(({ lang }) => lang === 'en');
  const tables = new Map(
    all.map((own) => {
      const shared = english && NAMES_AS_IN_ENGLISH.has(own.lang) ? english : null;
      return [own.lang, languageLexicon(own, shared, meanings)];
    }),
  );
  const empty: LanguageLexicon = {
    find: () => NOTHING,
    findPhrase: () => null,
    findInflected: () => NOTHING,
    isStopWord: () => false,
  };
  return { languages: [...tables.keys()], language: (lang) => tables.get(lang) ?? empty };
}

/** 65,536 bits a table: nearly all words that are not in it are turned away without a search. */
const FILTER_WORDS = 2048;

function filterSlot(hash: number): number {
  return (hash >>> 5) & (FILTER_WORDS - 1);
}

function filterBit(hash: number): number {
  return 1 << (hash & 31);
}

function readTable(bits: BitReader, size: number, senseBits: number, bytes: number): Table {
  // Every row takes eight bits at least: a size beyond that is refused before anything is allocated.
  if (!Number.isInteger(size) || size < 0 || size > bytes) {
    throw new FileFormatError('This lexicon is damaged: a table of impossible size.');
  }
  const width = bits.bits(WIDTH_BITS);
  const table = { hashes: new Uint32Array(size), senses: new Uint16Array(size), filter: new Uint32Array(FILTER_WORDS) };
  let last = 0;
  for (let i = 0; i < size; i++) {
    last += bits.rice(width);
    table.hashes[i] = last;
    const slot = filterSlot(last);
    table.filter[slot] = (table.filter[slot] ?? 0) | filterBit(last);
    table.senses[i] = bits.bits(senseBits);
  }
  return table;
}

interface LanguageTables {
  readonly lang: string;
  readonly words: Table;
  readonly stems: Table;
  readonly prefixes: Table;
}

function languageLexicon(
  { lang, words, stems, prefixes }: LanguageTables,
  english: LanguageTables | null,
  meanings: readonly (readonly string[])[],
): LanguageLexicon {
  const clitics = CLITICS[lang];
  const mostWords = longestPhrase(lang);
  const longestEnding = ISOLATING.has(lang) ? 0 : MAX_ENDING;
  const keysIn = (table: Table, hash: number): readonly string[] | null => {
    const kept = keptHash(hash);
    if (((table.filter[filterSlot(kept)] ?? 0) & filterBit(kept)) === 0) return null;
    const row = indexOfHash(table.hashes, kept);
    return row < 0 ? null : (meanings[table.senses[row] ?? -1] ?? null);
  };
  const keysAt = (table: Table, hash: number): readonly string[] | null => {
    const own = keysIn(table, hash);
    if (own || !english || table === prefixes) return own;
    const shared = keysIn(table === words ? english.words : english.stems, hash);
    return shared && isSharedName(shared) ? shared : null;
  };
  const find = (form: string): readonly string[] => {
    const keys = keysAt(words, hashString(form)) ?? keysAt(stems, hashString(form.slice(0, -1)));
    return keys && keys[0] !== STOP_KEY ? keys : NOTHING;
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
      if (length < MIN_INFLECTED_NAME && length < form.length && keys[0]?.startsWith('e:')) continue;
      return keys;
    }
    for (let length = form.length; length >= MIN_PREFIX; length--) {
      const keys = keysAt(prefixes, beginnings[length - 1] ?? 0);
      if (keys) return keys;
    }
    return NOTHING;
  };
  const findPhrase: LanguageLexicon['findPhrase'] = (text, start) => {
    // The hash of a longer phrase goes on from that of the shorter one: no string is made.
    let hash = HASH_START;
    let found: { length: number; keys: readonly string[] } | null = null;
    for (let length = 1; length <= mostWords; length++) {
      const word = text[start + length - 1];
      if (!word) break;
      if (length > 1 && !(word.joined && text[start + length - 2]?.joined)) hash = hashStep(hash, SPACE);
      // The last word of a phrase may carry an ending.
      const shortest =
        word.form.length - (word.joined ? 0 : Math.min(longestEnding, Math.max(0, word.form.length - MIN_STEM)));
      let keys: readonly string[] | null = null;
      for (let i = 0; i < word.form.length; i++) {
        hash = hashStep(hash, word.form.charCodeAt(i));
        if (length > 1 && i + 1 >= shortest) keys = keysAt(words, hash) ?? keys;
      }
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
