/** Turns what inputs give into articles of an index, each once, and counts all that comes by. */
import { ByteReader, ByteWriter } from '../container/varint';
import type { Fingerprinter } from '../fingerprint/fingerprint';
import { indexArticle } from '../index/index-article';
import type { IndexSource, TextKey } from '../index/types';
import { ArticleGroups, type KeptKeys } from '../inputs/article-groups';
import type { InputArticle } from '../inputs/types';
import type { Report } from '../match/types';
import { readRecord, writeRecord } from './article-record';
import type { BuildReport } from './build-report';
import type { IndexWriter } from './index-writer';
import type { SourceItem } from './inputs';
import type { KnownArticles } from './known-articles';
import type { Spill } from './spill';

export interface GathererParts {
  readonly fingerprinter: Fingerprinter;
  readonly report: BuildReport;
  /** What the index has already. */
  readonly known: KnownArticles;
  readonly writer: IndexWriter;
}

/** The only key of a spill that is read from its beginning to its end. */
const ALL = 'all';

export class Gatherer {
  readonly #parts: GathererParts;
  readonly #groups = new ArticleGroups();
  /** What finds those that repeat a kept article. */
  readonly #kept: Spill;
  /** Repetitions that may be kept instead. */
  readonly #standIns: Spill;
  #added = 0;

  constructor(parts: GathererParts) {
    this.#parts = parts;
    this.#kept = parts.writer.spill('kept');
    this.#standIns = parts.writer.spill('stand-ins');
  }

  async add({ file, format, item }: SourceItem): Promise<void> {
    const { report, known } = this.#parts;
    if (item.kind === 'problem') report.problem(format, file, item.problem);
    else if (item.kind === 'skipped') report.skipped(format, item.reason);
    else if (item.kind === 'article') {
      const { article } = item;
      for (const fault of item.faults ?? []) report.problem(format, file, { ...fault, place: item.place });
      const named = format === 'articles';
      if (known.has(article, named)) return report.repeated(format);
      const verdict = this.#groups.add(article, named);
      if (verdict.kind === 'same-id') {
        report.problem(format, file, {
          place: item.place,
          what: 'an id that another article has',
          detail: article.id,
        });
      } else if (verdict.kind === 'repeated') {
        report.repeated(format);
        if (verdict.standIn !== null)
          await this.#standIns.add(ALL, standInRecord(verdict.standIn, this.#source(article)));
      } else {
        report.article(format, article.lang);
        await this.#keep(article, verdict.keys, verdict.textKey);
      }
    }
  }

  /**
   * Settles what was repeated: of a group the earliest stands, with the other outlets that printed it.
   * @returns how many articles are new to the index, or stand otherwise in it
   */
  async finish(): Promise<number> {
    const { writer, known } = this.#parts;
    if (this.#groups.hasRepeated) await this.#settle();
    for (const source of known.copied()) {
      await writer.replace(source);
      this.#added++;
    }
    return this.#added;
  }

  async #keep(article: InputArticle, keys: KeptKeys, textKey: TextKey | null): Promise<void> {
    await this.#parts.writer.add(this.#source(article, textKey));
    this.#added++;
    if (keys.address !== null || keys.text !== null) await this.#kept.add(ALL, keptRecord(article, keys));
  }

  #source(article: InputArticle, textKey: TextKey | null = null): IndexSource {
    const { terms } = this.#parts.fingerprinter.fingerprint(article);
    return indexArticle(article, terms, [], textKey);
  }

  async #settle(): Promise<void> {
    const { writer } = this.#parts;
    const standIns = new Map<string, readonly Report[]>();
    for await (const record of this.#kept.read(ALL)) {
      const { article, keys } = readKept(record);
      const settled = this.#groups.mayBeRepeated(keys) ? this.#groups.settle(article, keys) : null;
      if (settled === null) continue;
      const { instead, reports } = settled;
      if (instead !== null) standIns.set(instead, reports);
      writer.settle(article.id, instead === null ? reports : null);
    }
    for await (const record of this.#standIns.read(ALL)) {
      const { name, source } = readStandIn(record);
      const coverage = standIns.get(name);
      if (coverage === undefined) continue;
      standIns.delete(name);
      await writer.add({ ...source, document: { ...source.document, coverage } });
    }
  }
}

type Facts = Omit<InputArticle, 'text'>;

function keptRecord(
  { id, lang, url, title, publishedAt, site }: Facts,
  { address, text, order }: KeptKeys,
): Uint8Array {
  const writer = new ByteWriter();
  for (const one of [id, lang, title, order]) writer.text(one);
  // Neither an address nor a site nor a date is ever empty.
  for (const one of [url, publishedAt, site]) writer.text(one ?? '');
  for (const one of [address, text]) writer.unsigned(one === null ? 0 : one + 1);
  return writer.bytes();
}

function readKept(record: Uint8Array): { article: Facts; keys: KeptKeys } {
  const reader = new ByteReader(record);
  const [id, lang, title, order] = [reader.text(), reader.text(), reader.text(), reader.text()];
  const [url, publishedAt, site] = [reader.text() || null, reader.text() || null, reader.text() || null];
  const [address, text] = [reader.unsigned(), reader.unsigned()];
  return {
    article: { id, lang, url, title, publishedAt, site },
    keys: { address: address === 0 ? null : address - 1, text: text === 0 ? null : text - 1, order },
  };
}

function standInRecord(name: string, source: IndexSource): Uint8Array {
  const writer = new ByteWriter();
  writer.text(name);
  writer.raw(writeRecord(source));
  return writer.bytes();
}

function readStandIn(record: Uint8Array): { name: string; source: IndexSource } {
  const reader = new ByteReader(record);
  const name = reader.text();
  return { name, source: readRecord(reader.raw(reader.remaining)) };
}
