/**
 * The story index file (`docs/decisions/0003-index-format.md`). Numbers are LEB128. Sections:
 *
 * - `INFO` JSON: fingerprint version, facts, languages of documents and of forms
 * - `TERM` the term keys, sorted, each as the length it shares with the one before and the rest
 * - `POST` the numbers of postings and of form numbers in all; then for each term the number of its documents, and for
 *   each of them: the difference to the one before, strength and place, the numbers of the words behind it, as
 *   differences (`readPostings`)
 * - `DOCS` for each document its record as JSON; `TRMS` its terms, as differences of their numbers; `OFFS` where each begins
 * - `FORM` every form once: number of its language, text; `GRPS` sets of forms that are translations of each other
 * - `TITL` titles of documents that have several, by language (`titles.ts`)
 */
import { type ContainerKind, FileFormatError, packContainer, unpackContainer } from '../container/container';
import type { Place } from '../fingerprint/types';

export const INDEX_FILE: ContainerKind = { magic: 'SLIX', version: 4, label: 'story index' };

/** Strengths are kept in steps of this size. */
export const STRENGTH_STEP = 1 / 32;

/** A term's place is kept as its number here. */
export const PLACES = ['body', 'lead', 'title'] as const satisfies readonly Place[];

export const SECTIONS = ['INFO', 'TERM', 'POST', 'DOCS', 'TRMS', 'FORM', 'GRPS', 'OFFS', 'TITL'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Packs all sections of an index. */
export function packIndex(sections: Readonly<Record<SectionName, Uint8Array>>): Uint8Array {
  return packContainer(INDEX_FILE, new Map(SECTIONS.map((name) => [name, sections[name]])));
}

/**
 * Opens the container and sees that every section is there.
 * @throws FileFormatError
 */
export function unpackIndex(file: Uint8Array): Record<SectionName, Uint8Array> {
  const sections = unpackContainer(INDEX_FILE, file);
  const get = (name: SectionName): Uint8Array => {
    const section = sections.get(name);
    if (!section) throw new FileFormatError(`This story index is damaged: section ${name} is missing.`);
    return section;
  };
  return {
    INFO: get('INFO'),
    TERM: get('TERM'),
    POST: get('POST'),
    DOCS: get('DOCS'),
    TRMS: get('TRMS'),
    FORM: get('FORM'),
    GRPS: get('GRPS'),
    OFFS: get('OFFS'),
    TITL: get('TITL'),
  };
}
