/** An open shard. What a search needs is in memory; what is shown is read when it is asked for. */
import { FileFormatError, offsetIn, unpackContainer } from '../container/container';
import { kindOfKey } from '../fingerprint/term-kind';
import type { Term } from '../fingerprint/types';
import { unpackDate } from './date-code';
import { Dictionary } from './dictionary';
import { type PostingPlace, placeIn } from './form-reader';
import { PLACES } from './format';
import { type FileSource, inMemory, type Late } from './late';
import type { PostingList } from './posting-cache';
import { PostingLists } from './posting-lists';
import type { ShardPostings } from './postings-codec';
import { type Evidence, lateEvidence } from './shard-evidence';
import {
  EVIDENCE_PART,
  everySecond,
  faultOf,
  named,
  SEARCH_PART,
  type ShardParts,
  sectionOf,
  splitShard,
  wordsOf,
} from './shard-format';
import { readShardInfo, type ShardInfo } from './shard-info';
import { postingsOf } from './shard-table';
import { PLACE_OF, STRENGTH_OF } from './strength';
import type { IndexDocument, IndexSource, TextKey } from './types';

/** Articles of one language, which stand together. */
export interface LanguageRange {
  readonly lang: string;
  readonly from: number;
  readonly to: number;
}

/** A shard file as it is opened. */
export interface ShardFile {
  /** Says in messages which it is; statistics know it by this. */
  readonly name: string;
  /** The search part; it is not held. */
  readonly search: Uint8Array;
  /** The whole file; of it the end is read again when it is needed. */
  readonly source: FileSource;
  /** Bytes of the file. */
  readonly bytes: number;
  /** The file has been compared with the hash in a manifest: the checksums of its parts are not worked out again. */
  readonly isSound?: boolean;
}

export class Shard {
  readonly name: string;
  readonly info: ShardInfo;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Number of articles. */
  readonly size: number;
  readonly languages: readonly LanguageRange[];
  /** Where each language's articles end. */
  readonly ends: readonly number[];
  readonly dictionary: Dictionary;
  readonly #postings: PostingLists;
  /** A hash of each article's content; rising within a language. */
  readonly hashes: Uint32Array;
  /** Hashes of the addresses. */
  readonly addresses: Uint32Array;
  /** The greatest strength that a term has in an article. */
  readonly strongest: number;
  /** Words, dates, ids and what is shown: in a browser it has to be waited for before these are asked for. */
  readonly evidence: Late<Evidence>;

  /** @throws FileFormatError */
  constructor({ name, search, source, bytes, isSound = false }: ShardFile) {
    this.name = name;
    this.bytes = bytes;
    const sections = unpackContainer(SEARCH_PART, search, isSound);
    this.info = readShardInfo(sectionOf(sections, 'INFO'));
    const { terms, postings, codes, codeParameter } = this.info;
    this.languages = rangesOf(this.info.languages);
    this.ends = this.languages.map(({ to }) => to);
    this.size = this.ends.at(-1) ?? 0;
    this.dictionary = new Dictionary(sectionOf(sections, 'KEYS'), terms);
    this.strongest = Math.max(0, ...codes.map((code) => STRENGTH_OF[code] ?? 0));
    const ranks = { codes, parameter: codeParameter };
    this.#postings = new PostingLists(sectionOf(sections, 'POST'), terms, postings, this.size, ranks);
    this.hashes = wordsOf(sections, 'HASH', this.size);
    this.addresses = everySecond(wordsOf(sections, 'SELF', this.size * 2), 1);
    if (sectionOf(sections, 'DATE').length !== this.size * 4) throw damaged();
    const at = (section: string): number => offsetIn(search, sectionOf(sections, section));
    const places = { dates: at('DATE'), selves: at('SELF'), evidence: search.length, end: bytes };
    const { size, info, ends } = this;
    this.evidence = lateEvidence({ name, size, terms: info.terms, languages: ends.length }, places, source, isSound);
  }

  get day(): string | null {
    return this.info.day;
  }

  /**
   * The postings of a term. They may be overwritten by those that are asked for next.
   * @throws FileFormatError where they are damaged
   */
  list(term: number): PostingList {
    // Not by `named`: a search asks a thousand times, and would make as many functions.
    try {
      return this.#postings.list(term);
    } catch (error) {
      throw faultOf(this.name, error);
    }
  }

  /** The same, for longer. */
  ownList(term: number): PostingList {
    return named(this.name, () => this.#postings.ownList(term));
  }

  /** All postings, as a copy; see also `postingsOf`. */
  readPostings(): ShardPostings {
    return named(this.name, () => this.#postings.readAll());
  }

  /** Itself: statistics read shards one by one, and of this one nothing has to be opened. */
  open(): this {
    return this;
  }

  /** The date of an article as its source wrote it. */
  date(number: number): string | null {
    const date = unpackDate(this.evidence.value.dates[number] ?? 0, this.day, this.info.dates);
    if (date === undefined) throw named(this.name, () => damaged());
    return date;
  }

  language(number: number): string {
    return this.languages.find(({ to }) => number < to)?.lang ?? 'und';
  }

  /** @throws FileFormatError where the evidence is damaged */
  document(number: number): IndexDocument {
    if (!(number >= 0 && number < this.size)) throw new RangeError(`${this.name} has no article ${number}.`);
    const shown = named(this.name, () => this.evidence.value.documents.document(number));
    const lang = this.language(number);
    const { id, url, site, coverage, title } = shown;
    const titles = { [lang]: title };
    return { id, kind: 'article', lang, date: this.date(number), titles, url, site, coverage, follows: [] };
  }

  /** An article's terms with their words, by key. Articles that are asked for one after the other come quicker. */
  terms(number: number): Term[] {
    const table = postingsOf(this);
    const { starts, documents } = table;
    const terms: Term[] = [];
    let term = 0;
    // Postings lie by term: one look at all of them finds an article's.
    for (let p = 0; p < documents.length; p++) {
      if (documents[p] !== number) continue;
      while ((starts[term + 1] ?? 0) <= p) term++;
      terms.push(this.#term(table, term, p));
    }
    return terms;
  }

  /** All articles as they were put in. */
  sources(): IndexSource[] {
    const terms = Array.from({ length: this.size }, (): Term[] => []);
    const table = postingsOf(this);
    const { starts, documents } = table;
    for (let term = 0; term + 1 < starts.length; term++) {
      for (let p = starts[term] ?? 0; p < (starts[term + 1] ?? 0); p++) {
        terms[documents[p] ?? 0]?.push(this.#term(table, term, p));
      }
    }
    return terms.map((own, number) => ({
      document: this.document(number),
      terms: own,
      textKey: this.textKey(number),
    }));
  }

  /** The words behind a posting. */
  words(term: number, at: PostingPlace): readonly string[] {
    return named(this.name, () => this.evidence.value.forms.words(term, at));
  }

  /** Sites of the articles, and outlets of copies. */
  get outlets(): readonly string[] {
    const { outlets } = this.evidence.value;
    return named(this.name, outlets);
  }

  textKey(number: number): TextKey | null {
    const { textKeys } = this.evidence.value;
    const [high, low] = [textKeys[number * 2] ?? 0, textKeys[number * 2 + 1] ?? 0];
    return high === 0 && low === 0 ? null : { high, low };
  }

  #term({ starts, documents, codes }: ShardPostings, term: number, posting: number): Term {
    const key = this.dictionary.key(term);
    const kind = kindOfKey(key);
    if (kind === null) throw named(this.name, () => damaged());
    const list = { documents, from: starts[term] ?? 0, end: starts[term + 1] ?? 0 };
    const code = codes[posting] ?? 0;
    const lang = this.language(documents[posting] ?? 0);
    return {
      key,
      kind,
      strength: STRENGTH_OF[code] ?? 0,
      place: PLACES[PLACE_OF[code] ?? 0] ?? 'body',
      forms: this.words(term, placeIn(list, posting, this.ends)).map((text) => ({ lang, text })),
    };
  }
}

/**
 * Opens a shard from its file's bytes.
 * @throws FileFormatError naming it where it is damaged
 */
export function openShard(name: string, file: Uint8Array): Shard {
  const { search } = splitShard(name, file);
  return openShardParts({ name, search, source: inMemory(file), bytes: file.length });
}

/**
 * Opens a shard from its search part; the rest of its file may be read later.
 * @throws FileFormatError naming it where it is damaged
 */
export function openShardParts(file: ShardFile): Shard {
  return named(file.name, () => new Shard(file));
}

/**
 * Checks both parts of a shard file, and holds nothing of it.
 * @throws FileFormatError naming it where it is damaged
 */
export function checkShard(name: string, file: Uint8Array): ShardParts {
  const parts = splitShard(name, file);
  named(name, () => unpackContainer(SEARCH_PART, parts.search));
  named(name, () => unpackContainer(EVIDENCE_PART, parts.evidence));
  return parts;
}

function rangesOf(languages: ShardInfo['languages']): LanguageRange[] {
  let from = 0;
  return languages.map(([lang, count]) => {
    const range = { lang, from, to: from + count };
    from = range.to;
    return range;
  });
}

function damaged(): FileFormatError {
  return new FileFormatError('This file is damaged: its articles.');
}
