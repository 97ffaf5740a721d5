/** Opens an index file. What is not needed for a search is decoded when it is asked for. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { indexInSorted } from '../container/sorted';
import { ByteReader } from '../container/varint';
import type { Form, Term } from '../fingerprint/types';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { PLACES, unpackIndex } from './format';
import { rarityOf } from './rarity';
import { boundedCount, readDocumentTerms, readGroups, readOffsets, readPostings, readTerms } from './read-sections';
import { readTitles, type Titles } from './titles';
import type { IndexDocument, Postings, StoryIndex } from './types';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/)));
const Info = v.object({
  fingerprintVersion: Count,
  languages: v.array(v.string()),
  formLanguages: v.array(v.string()),
  languageOf: v.array(Count),
  facts: v.object({
    stories: Count,
    articles: Count,
    reports: Count,
    outlets: Count,
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
  const rarities = Float64Array.from(keys, (_, term) =>
    rarityOf(kinds[term] ?? 'name', (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0), size),
  );

  let titles: ReadonlyMap<number, Titles> | null = null;
  const document = remember((number): IndexDocument => {
    const record = parseJson(DocumentRecord, new ByteReader(sections.DOCS, offsetOf(offsets.docs, number)).text());
    titles ??= readTitles(sections.TITL);
    return { ...record, titles: titles.get(number) ?? record.titles };
  });
  let forms: ((number: number) => Form) | null = null;
  const form = (number: number): Form => {
    forms ??= openForms(sections.FORM, info.formLanguages);
    return forms(number);
  };
  let groups: readonly (readonly number[])[] | null = null;
  const translations = (posting: number): readonly Form[] => {
    const group = postings.groups[posting] ?? 0;
    if (group === 0) return [];
    groups ??= readGroups(sections.GRPS);
    const members = groups[group - 1];
    if (!members) throw new FileFormatError('This story index is damaged: a group that is not there.');
    return members.map(form);
  };
  const terms = remember((number): readonly Term[] => {
    const own = readDocumentTerms(sections.TRMS, offsetOf(offsets.terms, number));
    return own.map((term): Term => {
      const { starts, documents } = postings;
      const p = indexInSorted(documents, number, starts[term], starts[term + 1]);
      const [key, kind] = [keys[term], kinds[term]];
      if (p < 0 || key === undefined || kind === undefined) {
        throw new FileFormatError('This story index is damaged: TRMS.');
      }
      const words = postings.formNumbers.subarray(postings.formStarts[p], postings.formStarts[p + 1]);
      return {
        key,
        kind,
        strength: postings.strengths[p] ?? 0,
        place: PLACES[postings.places[p] ?? 0] ?? 'body',
        forms: Array.from(words, form),
        translations: translations(p),
      };
    });
  });
  let ids: Map<string, number> | null = null;

  return {
    facts: { ...info.facts, bytes: file.length, fingerprintVersion: info.fingerprintVersion },
    size,
    keys,
    kinds,
    postings,
    rarities,
    norms: normsOf(postings, rarities, size),
    languages: info.languages,
    languageOf: Uint16Array.from(info.languageOf),
    lookup: (key) => termNumbers.get(key) ?? -1,
    rarity: (key, kind) => rarities[termNumbers.get(key) ?? -1] ?? rarityOf(kind, 0, size),
    document,
    terms,
    form,
    translations,
    find(id) {
      ids ??= new Map(Array.from({ length: size }, (_, number) => [document(number).id, number]));
      return ids.get(id) ?? -1;
    },
  };
}

function normsOf(postings: Postings, rarities: Float64Array, size: number): Float32Array {
  const squares = new Float64Array(size);
  rarities.forEach((rarity, term) => {
    const end = postings.starts[term + 1] ?? 0;
    for (let p = postings.starts[term] ?? 0; p < end; p++) {
      const document = postings.documents[p] ?? 0;
      squares[document] = (squares[document] ?? 0) + ((postings.strengths[p] ?? 0) * rarity) ** 2;
    }
  });
  return Float32Array.from(squares, Math.sqrt);
}

/** Decoded records are kept up to this many, then forgotten all at once. */
const REMEMBERED = 5000;
const REMEMBERED_FORMS = 100_000;

function remember<T>(decode: (number: number) => T, most = REMEMBERED): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    let value = known.get(number);
    if (value === undefined) {
      value = decode(number);
      if (known.size >= most) known.clear();
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

/** Reads forms when they are asked for: most never are. */
function openForms(section: Uint8Array, languages: readonly string[]): (number: number) => Form {
  const reader = new ByteReader(section);
  const count = boundedCount(reader);
  const offsets = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    offsets[i] = section.length - reader.remaining;
    reader.unsigned();
    reader.skip(reader.unsigned());
  }
  return remember((number): Form => {
    const offset = offsets[number];
    if (offset === undefined) throw new FileFormatError('This story index is damaged: a form that is not there.');
    const at = new ByteReader(section, offset);
    const lang = languages[at.unsigned()];
    if (lang === undefined) throw new FileFormatError('This story index is damaged: a form of no language.');
    return { lang, text: at.text() };
  }, REMEMBERED_FORMS);
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
