/** Articles of one day → the bytes of a shard. */
import { packContainer } from '../container/container';
import { ByteWriter, encodeUtf8 } from '../container/varint';
import { hashString } from '../fingerprint/hash';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import { comparableAddress } from './address';
import { contentHash } from './content-hash';
import { dayOf, packDate } from './date-code';
import { compareKeys, writeKeys } from './dictionary';
import { writeDocuments } from './document-blocks';
import { packBlock } from './packed-blocks';
import { PostingList } from './posting-list';
import { rankCodes, writePostings } from './postings-codec';
import { bytesOfWords, EVIDENCE_PART, MAX_SHARD_DOCUMENTS, SEARCH_PART } from './shard-format';
import { TermForms, writeForms } from './shard-forms';
import type { ShardInfo } from './shard-info';
import { CODES, codeOf } from './strength';
import type { IndexDocument, IndexSource } from './types';

/**
 * Encodes the articles of one day, or such without a date. The same articles in any order give the same bytes.
 * @throws Error where they are none or too many, of several days, or two have one id
 */
export function encodeShard(sources: readonly IndexSource[]): Uint8Array {
  const sorted = sources.map((source) => ({ source, hash: contentHash(source), lang: source.document.lang }));
  sorted.sort((a, b) => compareInShard(a, b) || compareOfOneHash(a.source, b.source));
  const [first] = sorted;
  const encoder = new ShardEncoder(dayOf(first?.source.document.date ?? null));
  for (const { source, hash } of sorted) encoder.add(source, hash);
  return encoder.finish();
}

/** The order of articles in a shard. */
export function compareInShard(
  a: { readonly lang: string; readonly hash: number },
  b: { readonly lang: string; readonly hash: number },
): number {
  return compare(a.lang, b.lang) || a.hash - b.hash;
}

/** Two of one hash: what they are called decides at last. */
export function compareOfOneHash(a: IndexSource, b: IndexSource): number {
  const text = ({ document: { date, titles, url, id } }: IndexSource): string =>
    [date, ...Object.values(titles), url, id].join('\n');
  return compare(text(a), text(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Takes articles one by one, in the order that a shard has, and holds no more of each than the shard will. */
export class ShardEncoder {
  readonly #terms = new Map<string, number>();
  readonly #forms: TermForms[] = [];
  readonly #postings = new PostingList();
  readonly #documents: IndexDocument[] = [];
  readonly #ids = new Set<string>();
  readonly #languages: [string, number][] = [];
  readonly #dateTexts: string[] = [];
  readonly #dates: number[] = [];
  readonly #hashes: number[] = [];
  readonly #selves: number[] = [];
  readonly #textKeys: number[] = [];

  constructor(private readonly day: string | null) {}

  /** @throws Error where it is of another day, or another one has its id */
  add(source: IndexSource, hash = contentHash(source)): void {
    const { document, terms, textKey } = source;
    this.#check(document);
    const number = this.#documents.push(document) - 1;
    const language = this.#languages.at(-1);
    if (language?.[0] === document.lang) language[1]++;
    else this.#languages.push([document.lang, 1]);
    this.#dates.push(packDate(document.date, this.day, this.#dateTexts));
    this.#hashes.push(hash);
    this.#selves.push(hashString(document.id), document.url === null ? 0 : addressHash(document.url));
    this.#textKeys.push(textKey?.high ?? 0, textKey?.low ?? 0);
    for (const { key, strength, place, forms } of terms) {
      let term = this.#terms.get(key);
      if (term === undefined) {
        term = this.#forms.push(new TermForms()) - 1;
        this.#terms.set(key, term);
      }
      this.#postings.add(term, number, codeOf(strength, place));
      this.#forms[term]?.add(
        this.#languages.length - 1,
        forms.map(({ text }) => text),
      );
    }
  }

  /** Number of articles so far. */
  get size(): number {
    return this.#documents.length;
  }

  /** @throws Error where there was none, or too many */
  finish(): Uint8Array {
    if (this.#documents.length === 0 || this.#documents.length > MAX_SHARD_DOCUMENTS) {
      throw new Error(`A shard of ${this.#documents.length} articles.`);
    }
    const terms = [...this.#terms].sort(([a], [b]) => compareKeys(a, b));
    const postings = this.#postings.sorted(terms.map(([, term]) => term));
    const counts = new Uint32Array(CODES);
    for (const code of postings.codes) counts[code] = (counts[code] ?? 0) + 1;
    const ranks = rankCodes(counts);
    const size = this.#documents.length;
    const info: ShardInfo = {
      fingerprintVersion: FINGERPRINT_VERSION,
      day: this.day,
      languages: this.#languages,
      terms: terms.length,
      postings: postings.documents.length,
      codes: [...ranks.codes],
      codeParameter: ranks.parameter,
      dates: this.#dateTexts,
    };
    const search = packContainer(
      SEARCH_PART,
      new Map([
        ['INFO', encodeUtf8(JSON.stringify(info))],
        ['KEYS', writeKeys(terms.map(([key]) => key))],
        ['POST', writePostings(postings, size, ranks)],
        ['DATE', bytesOfWords(Uint32Array.from(this.#dates))],
        ['HASH', bytesOfWords(Uint32Array.from(this.#hashes))],
        ['SELF', bytesOfWords(Uint32Array.from(this.#selves))],
      ]),
    );
    const evidence = packContainer(
      EVIDENCE_PART,
      new Map([
        [
          'FORM',
          writeForms(
            terms.flatMap(([, term]) => this.#forms[term] ?? []),
            this.#languages.length,
          ),
        ],
        ['DOCS', writeDocuments(this.#documents)],
        ['SITE', packBlock(encodeUtf8(JSON.stringify(outletsOf(this.#documents))))],
        ['TEXT', bytesOfWords(Uint32Array.from(this.#textKeys))],
      ]),
    );
    const file = new ByteWriter();
    file.raw(search);
    file.raw(evidence);
    return file.bytes();
  }

  #check({ id, kind, lang, date, titles, follows }: IndexDocument): void {
    if (this.#ids.has(id)) throw new Error(`Two documents have the id ${id}.`);
    this.#ids.add(id);
    if (kind !== 'article' || follows.length > 0 || Object.keys(titles).some((one) => one !== lang)) {
      throw new Error(`A shard holds articles, and ${id} is none.`);
    }
    if (dayOf(date) !== this.day) throw new Error(`${id} is not of ${this.day ?? 'no day'}.`);
  }
}

/** What an address is found by: the same for all that lead to one page. */
export function addressHash(url: string): number {
  return hashString(comparableAddress(url));
}

/** All outlets, of copies too. */
function outletsOf(documents: readonly IndexDocument[]): string[] {
  const outlets = documents.flatMap(({ coverage, site }) => [
    ...coverage.map(({ outlet }) => outlet),
    ...(site === null ? [] : [site]),
  ]);
  return [...new Set(outlets)].sort();
}
