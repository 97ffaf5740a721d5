/**
 * A shard file (`docs/decisions/0011-sharded-index.md`): the articles of a day, or some of a large day's. Two containers one
 * after the other, each with its own checksum. The first has all that a search needs; the second, and of the first the dates
 * and ids, are read where an article is ranked or shown (`shard-evidence.ts`).
 *
 * Search part:
 * - `INFO` JSON: versions, day, languages with their numbers of articles, sizes, the codes of strength and place
 * - `KEYS` the terms (`dictionary.ts`); `POST` their postings (`postings-codec.ts`)
 * - `DATE` the dates, 4 bytes each (`date-code.ts`); `HASH` a hash of each article's content, 4 bytes
 * - `SELF` what an article is known again by: hashes of its id and its address, 4 bytes each
 *
 * Evidence:
 * - `FORM` the words behind the terms (`shard-forms.ts`)
 * - `DOCS` what is shown of the articles, in packed blocks (`document-blocks.ts`)
 * - `SITE` JSON: sites of the articles, and outlets of copies
 * - `TEXT` what a copy of its text is known by, 8 bytes each
 *
 * The articles stand in the order of their languages, and of one language in that of their hashes: so neither the order
 * in which they came nor their ids show.
 */
import { type ContainerKind, containerLength, FileFormatError } from '../container/container';

export const SEARCH_PART: ContainerKind = { magic: 'SLSS', version: 2, label: 'shard of an index' };
export const EVIDENCE_PART: ContainerKind = { magic: 'SLSE', version: 1, label: 'shard of an index' };

/** So many articles are in a shard at most: building and reading are bounded by one. */
export const MAX_SHARD_DOCUMENTS = 4096;

/** The two parts of a shard file, as views. */
export interface ShardParts {
  readonly search: Uint8Array;
  readonly evidence: Uint8Array;
}

/**
 * Parts a shard file.
 * @throws FileFormatError where it is none, or cut short
 */
export function splitShard(name: string, file: Uint8Array): ShardParts {
  return named(name, () => {
    const length = containerLength(SEARCH_PART, file);
    return { search: file.subarray(0, length), evidence: file.subarray(length) };
  });
}

/** Runs what reads a file; a fault says which file it is. */
export function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw faultOf(name, error);
  }
}

/** A fault of what a file holds, saying which file it is; any other error as it is. */
export function faultOf(name: string, error: unknown): unknown {
  const unnamed = error instanceof FileFormatError && !error.message.startsWith(`${name}: `);
  return unnamed ? new FileFormatError(`${name}: ${error.message}`) : error;
}

/**
 * A section of a file.
 * @throws FileFormatError where it is missing
 */
export function sectionOf(sections: ReadonlyMap<string, Uint8Array>, section: string): Uint8Array {
  const bytes = sections.get(section);
  if (!bytes) throw new FileFormatError(`This file is damaged: section ${section} is missing.`);
  return bytes;
}

/**
 * A section of 32-bit numbers, as a copy.
 * @throws FileFormatError where it has not so many
 */
export function wordsOf(sections: ReadonlyMap<string, Uint8Array>, section: string, count: number): Uint32Array {
  const bytes = sectionOf(sections, section);
  if (bytes.length !== count * 4) throw new FileFormatError(`This file is damaged: ${section}.`);
  // Not slice(): Node's Buffer has one of its own that copies nothing.
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

/** Of numbers that stand in pairs the first of each, or the second. */
export function everySecond(words: Uint32Array, first: 0 | 1): Uint32Array {
  const some = new Uint32Array(words.length / 2);
  for (let i = 0; i < some.length; i++) some[i] = words[i * 2 + first] ?? 0;
  return some;
}

/** Numbers of 32 bits as a section. */
export function bytesOfWords(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
