/** Readers of the index file's sections (`format.ts`). Each throws FileFormatError where the bytes are damaged. */
import { FileFormatError } from '../container/container';
import { ByteReader } from '../container/varint';
import { kindOfKey } from '../fingerprint/term-kind';
import type { TermKind } from '../fingerprint/types';
import { PLACES, STRENGTH_STEP } from './format';
import type { Postings } from './types';

/** The term keys, front-coded, with their kinds. */
export function readTerms(section: Uint8Array): { keys: string[]; kinds: TermKind[] } {
  const reader = new ByteReader(section);
  const count = boundedCount(reader);
  const keys: string[] = [];
  const kinds: TermKind[] = [];
  let last = '';
  for (let i = 0; i < count; i++) {
    last = last.slice(0, reader.unsigned()) + reader.text();
    const kind = kindOfKey(last);
    if (!kind) throw new FileFormatError('This story index is damaged: a term of unknown kind.');
    keys.push(last);
    kinds.push(kind);
  }
  return { keys, kinds };
}

/**
 * All postings.
 *
 * @param terms number of terms
 * @param size number of documents
 */
export function readPostings(section: Uint8Array, terms: number, size: number): Postings {
  const reader = new ByteReader(section);
  const all = boundedCount(reader);
  const references = boundedCount(reader);
  const postings: Postings = {
    starts: new Uint32Array(terms + 1),
    documents: new Uint32Array(all),
    strengths: new Float32Array(all),
    places: new Uint8Array(all),
    formStarts: new Uint32Array(all + 1),
    formNumbers: new Uint32Array(references),
    groups: new Uint32Array(all),
  };
  let p = 0;
  let f = 0;
  let form = -1;
  const readForms = (count: number): void => {
    if (count > references - f) throw new FileFormatError('This story index is damaged: too many forms.');
    for (let i = 0; i < count; i++) {
      form += reader.signed() + 1;
      postings.formNumbers[f++] = form;
    }
  };
  for (let term = 0; term < terms; term++) {
    const count = reader.unsigned();
    if (count > all - p) throw new FileFormatError('This story index is damaged: too many postings.');
    let document = 0;
    for (let i = 0; i < count; i++) {
      document += reader.unsigned();
      if (document >= size) throw new FileFormatError('This story index is damaged: a posting outside it.');
      const steps = reader.unsigned();
      const header = reader.unsigned();
      postings.documents[p] = document;
      postings.strengths[p] = Math.floor(steps / PLACES.length) * STRENGTH_STEP;
      postings.places[p] = steps % PLACES.length;
      readForms(Math.floor(header / 2));
      postings.groups[p] = header % 2 === 1 ? reader.unsigned() + 1 : 0;
      p++;
      postings.formStarts[p] = f;
    }
    postings.starts[term + 1] = p;
  }
  if (p !== all || f !== references) throw new FileFormatError('This story index is damaged: POST.');
  return postings;
}

/** Where each document's record and list of terms begins. */
export function readOffsets(section: Uint8Array, size: number): { docs: number[]; terms: number[] } {
  const reader = new ByteReader(section);
  const docs: number[] = [];
  const terms: number[] = [];
  for (let i = 0; i < size; i++) {
    docs.push(reader.unsigned());
    terms.push(reader.unsigned());
  }
  return { docs, terms };
}

/** The numbers of a document's terms, rising. */
export function readDocumentTerms(section: Uint8Array, offset: number): number[] {
  const reader = new ByteReader(section, offset);
  let last = 0;
  return Array.from({ length: boundedCount(reader) }, () => {
    last += reader.unsigned();
    return last;
  });
}

/** Sets of form numbers that are translations of each other. */
export function readGroups(section: Uint8Array): number[][] {
  const reader = new ByteReader(section);
  return Array.from({ length: boundedCount(reader) }, () => {
    let form = -1;
    return Array.from({ length: boundedCount(reader) }, () => {
      form += reader.signed() + 1;
      return form;
    });
  });
}

/** A number of things of which each takes a byte at least: more than the bytes left is refused before allocating. */
export function boundedCount(reader: ByteReader): number {
  const count = reader.unsigned();
  if (count > reader.remaining) throw new FileFormatError('This story index is damaged: an impossible count.');
  return count;
}
