/** Opens an index file. What is not needed for a search is decoded when it is asked for. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { ByteReader } from '../container/varint';
import { kindOfKey } from '../fingerprint/term-kind';
import type { Form, Term, TermKind } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { PLACES, STRENGTH_STEP, unpackIndex } from './format';
import { rarityOf } from './rarity';
import type { IndexDocument, Postings, StoryIndex } from './types';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/)));
const Info = v.object({
  fingerprintVersion: Count,
  languages: v.array(v.string()),
  languageOf: v.array(Count),
  facts: v.object({
    stories: Count,
    articles: Count,
    reports: Count,
    languages: v.array(v.string()),
    from: Day,
    to: Day,
  }),
});
const Address = v.pipe(v.string(), v.regex(/^https?:\/\//));
const DocumentRecord = v.object({
  id: v.string(),
  kind: v.picklist(['story', 'article']),
  lang: v.string(),
  date: Day,
  titles: v.record(v.string(), v.string()),
  url: v.nullable(Address),
  site: v.nullable(v.string()),
  coverage: v.array(
    v.object({ outlet: v.string(), lang: v.string(), date: Day, url: Address, headline: v.nullable(v.string()) }),
  ),
  follows: v.array(v.string()),
});

/**
 * Opens an index.
 * @throws FileFormatError where the file is damaged, of another format version or made by another fingerprint version
 */
export function decodeIndex(file: Uint8Array): StoryIndex {
  const sections = unpackIndex(file);
  const info = parseJson(Info, new ByteReader(sections.INFO).text());
  if (info.fingerprintVersion !== FINGERPRINT_VERSION) {
    throw new FileFormatError(
      `This story index was made with fingerprint version ${info.fingerprintVersion}; this Sidelight needs version ${FINGERPRINT_VERSION}. Build it again.`,
    );
  }
  const size = info.languageOf.length;
  const { keys, kinds } = readTerms(sections.TERM);
  const postings = readPostings(sections.POST, keys.length, size);
  const termNumbers = new Map(keys.map((key, i) => [key, i]));
  const offsets = readOffsets(sections.OFFS, size);
  if (sections.HUBS.length !== size * 4) throw new FileFormatError('This story index is damaged: HUBS.');
  const hubs = sections.HUBS;
  const hubness = new Float32Array(hubs.buffer, hubs.byteOffset, size);

  const norms = new Float32Array(size);
  postings.forEach((list, term) => {
    const rarity = rarityOf(kinds[term] ?? 'name', list.documents.length, size);
    list.documents.forEach((document, i) => {
      norms[document] = (norms[document] ?? 0) + ((list.strengths[i] ?? 0) * rarity) ** 2;
    });
  });
  norms.forEach((square, document) => {
    norms[document] = Math.sqrt(square);
  });

  const document = remember((number): IndexDocument => {
    return parseJson(DocumentRecord, new ByteReader(sections.DOCS, offsetOf(offsets.docs, number)).text());
  });
  let forms: Form[] | null = null;
  const terms = remember((number) => {
    forms ??= readForms(sections.FORM);
    return readDocumentTerms(sections.TRMS, offsetOf(offsets.terms, number), keys, kinds, forms);
  });
  let ids: Map<string, number> | null = null;

  return {
    facts: { ...info.facts, bytes: file.length, fingerprintVersion: info.fingerprintVersion },
    size,
    norms,
    hubness,
    languages: info.languages,
    languageOf: Uint16Array.from(info.languageOf),
    postings: (key) => postings[termNumbers.get(key) ?? -1] ?? null,
    rarity: (key, kind) => rarityOf(kind, postings[termNumbers.get(key) ?? -1]?.documents.length ?? 0, size),
    document,
    terms,
    find(id) {
      ids ??= new Map(Array.from({ length: size }, (_, number) => [document(number).id, number]));
      return ids.get(id) ?? -1;
    },
  };
}

/** Decoded records are kept up to this many, then forgotten all at once. */
const REMEMBERED = 5000;

function remember<T>(decode: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let value = known.get(number);
    if (value === undefined) {
      value = decode(number);
      if (known.size >= REMEMBERED) known.clear();
      known.set(number, value);
    }
    return value;
  };
}

function offsetOf(offsets: readonly number[], number: number): number {
  const offset = offsets[number];
  if (offset === undefined) throw new RangeError(`The index has no document ${number}.`);
  return offset;
}

function readTerms(section: Uint8Array): { keys: string[]; kinds: TermKind[] } {
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

function readPostings(section: Uint8Array, terms: number, size: number): Postings[] {
  const reader = new ByteReader(section);
  const postings: Postings[] = [];
  for (let term = 0; term < terms; term++) {
    const count = boundedCount(reader);
    const list = { documents: new Uint32Array(count), strengths: new Float32Array(count) };
    let document = 0;
    for (let i = 0; i < count; i++) {
      document += reader.unsigned();
      if (document >= size) throw new FileFormatError('This story index is damaged: a posting outside it.');
      list.documents[i] = document;
      list.strengths[i] = reader.unsigned() * STRENGTH_STEP;
    }
    postings.push(list);
  }
  return postings;
}

function readOffsets(section: Uint8Array, size: number): { docs: number[]; terms: number[] } {
  const reader = new ByteReader(section);
  const docs: number[] = [];
  const terms: number[] = [];
  for (let i = 0; i < size; i++) {
    docs.push(reader.unsigned());
    terms.push(reader.unsigned());
  }
  return { docs, terms };
}

function readDocumentTerms(
  section: Uint8Array,
  offset: number,
  keys: readonly string[],
  kinds: readonly TermKind[],
  allForms: readonly Form[],
): Term[] {
  const reader = new ByteReader(section, offset);
  const terms: Term[] = [];
  for (let left = boundedCount(reader); left > 0; left--) {
    const term = reader.unsigned();
    const steps = reader.unsigned();
    const strength = Math.floor(steps / PLACES.length) * STRENGTH_STEP;
    const forms = readFormNumbers(reader, allForms);
    const translations = readFormNumbers(reader, allForms);
    const key = keys[term];
    const kind = kinds[term];
    if (key === undefined || kind === undefined) throw new FileFormatError('This story index is damaged: TRMS.');
    terms.push({ key, kind, strength, place: PLACES[steps % PLACES.length] ?? 'body', forms, translations });
  }
  return terms;
}

function readFormNumbers(reader: ByteReader, forms: readonly Form[]): Form[] {
  return Array.from({ length: boundedCount(reader) }, () => {
    const form = forms[reader.unsigned()];
    if (!form) throw new FileFormatError('This story index is damaged: a form that is not there.');
    return form;
  });
}

function readForms(section: Uint8Array): Form[] {
  const reader = new ByteReader(section);
  return Array.from({ length: boundedCount(reader) }, () => ({ lang: reader.text(), text: reader.text() }));
}

/** A number of things of which each takes a byte at least: more than the bytes left is refused before allocating. */
function boundedCount(reader: ByteReader): number {
  const count = reader.unsigned();
  if (count > reader.remaining) throw new FileFormatError('This story index is damaged: an impossible count.');
  return count;
}

function parseJson<T>(schema: v.GenericSchema<unknown, T>, text: string): T {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) {
      throw new FileFormatError(`This story index is damaged: a record of the wrong shape (${error.message}).`);
    }
    throw error;
  }
}
