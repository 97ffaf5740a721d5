/** What ranking and showing need of a shard: the end of its file, from the dates on. */
import * as v from 'valibot';
import { unpackContainer } from '../container/container';
import { decodeUtf8 } from '../container/varint';
import { DocumentReader } from './document-blocks';
import { FormReader } from './form-reader';
import { type FileSource, Late } from './late';
import { BlockReader } from './packed-blocks';
import { EVIDENCE_PART, everySecond, named, sectionOf, wordsOf } from './shard-format';
import { parseJson } from './shard-info';

export interface Evidence {
  readonly dates: Uint32Array;
  /** Hashes of the ids. */
  readonly ids: Uint32Array;
  readonly forms: FormReader;
  readonly documents: DocumentReader;
  /** Sites of the articles, and outlets of copies. */
  readonly outlets: () => readonly string[];
  readonly textKeys: Uint32Array;
}

/** A shard, as far as its evidence depends on it. */
interface EvidenceOf {
  readonly name: string;
  /** Numbers of its articles, terms and languages. */
  readonly size: number;
  readonly terms: number;
  readonly languages: number;
}

/** Where in the file its parts begin, and where it ends. */
interface Places {
  readonly dates: number;
  readonly selves: number;
  readonly evidence: number;
  readonly end: number;
}

const Outlets = v.fallback(v.array(v.string()), []);

/**
 * The evidence of a shard, to be read from its file.
 * @param isSound no checksum has to be worked out; after the first time none is
 */
export function lateEvidence(shard: EvidenceOf, places: Places, source: FileSource, isSound: boolean): Late<Evidence> {
  const from = Math.min(places.dates, places.selves);
  let isChecked = isSound;
  const parse = (bytes: Uint8Array): Evidence => {
    const evidence = named(shard.name, () => readEvidence(shard, bytes, from, places, isChecked));
    isChecked = true;
    return evidence;
  };
  return new Late({ source, from, to: places.end, parse });
}

/** @param bytes of the file, from a place on */
function readEvidence(shard: EvidenceOf, bytes: Uint8Array, from: number, places: Places, isSound: boolean): Evidence {
  const { size, terms, languages } = shard;
  const sections = unpackContainer(EVIDENCE_PART, bytes.subarray(places.evidence - from), isSound);
  const words = (at: number, count: number): Uint32Array =>
    // Not slice(): Node's Buffer has one of its own that copies nothing.
    new Uint32Array(new Uint8Array(bytes.subarray(at - from, at - from + count * 4)).buffer);
  const outlets = new BlockReader(sectionOf(sections, 'SITE'));
  return {
    dates: words(places.dates, size),
    ids: everySecond(words(places.selves, size * 2), 0),
    forms: new FormReader(sectionOf(sections, 'FORM'), terms, languages),
    documents: new DocumentReader(sectionOf(sections, 'DOCS'), size),
    outlets: () => v.parse(Outlets, parseJson(decodeUtf8(outlets.read(0)))),
    textKeys: wordsOf(sections, 'TEXT', size * 2),
  };
}
