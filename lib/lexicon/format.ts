/**
 * The lexicon's binary file: for every language sorted tables of word hashes with what each word means. Words are kept
 * as hashes, not as text: a lookup needs no more. Of the 32 bits 26 are kept: with 9,000 words a language a word that is
 * not in the table is taken for one of them about once in 7,000 lookups (docs/decisions/0002-lexicon-by-hash.md).
 *
 * Sections: `MEAN` lines of meaning keys, `LANG` lines "language words stems prefixes", `TABL` bits: for each table the
 * width of its differences (5 bits), then for each row the difference to the hash before (Golomb–Rice) and the number of
 * the line in `MEAN` (as many bits as the last line needs), `NAME` what the things that are asked for by name are called
 * (`usual-names.ts`).
 */
import { BitReader, BitWriter } from '../container/bits';
import { type ContainerKind, FileFormatError, packContainer, unpackContainer } from '../container/container';
import { ByteReader, ByteWriter } from '../container/varint';
import { NAMES_AS_IN_ENGLISH } from './language-traits';
import { EMPTY_LEXICON, type LanguageTables, languageLexicon } from './lookup';
import { HASH_BITS, readTable, type Table, WIDTH_BITS } from './table';
import type { Lexicon } from './types';
import { openNames, type UsualNames, writeNames } from './usual-names';

const KIND: ContainerKind = { magic: 'SLLX', version: 3, label: 'lexicon' };

export interface LexiconTable {
  readonly lang: string;
  readonly words: readonly (readonly [hash: number, keys: readonly string[]])[];
  readonly stems: readonly (readonly [hash: number, keys: readonly string[]])[];
  /** Beginnings of words, whatever follows. */
  readonly prefixes: readonly (readonly [hash: number, keys: readonly string[]])[];
}

/** Writes tables whose rows are sorted by hash, of which `keptHash` is left, and names. */
export function encodeLexicon(tables: readonly LexiconTable[], names: UsualNames): Uint8Array {
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
  const languages = tables.map((t) => `${t.lang} ${t.words.length} ${t.stems.length} ${t.prefixes.length}`);
  return packContainer(
    KIND,
    new Map([
      ['MEAN', utf8([...meanings.keys()].join('\n'))],
      ['LANG', utf8(languages.join('\n'))],
      ['TABL', bits.bytes()],
      ['NAME', utf8(writeNames(names))],
    ]),
  );
}

function utf8(text: string): Uint8Array {
  const section = new ByteWriter();
  section.text(text);
  return section.bytes();
}

/** How many bits number so many things. */
function bitsFor(things: number): number {
  return Math.max(1, Math.ceil(Math.log2(things)));
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
  return {
    languages: [...tables.keys()],
    language: (lang) => tables.get(lang) ?? EMPTY_LEXICON,
    nameOf: openNames(readText(sections, 'NAME')),
  };
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
