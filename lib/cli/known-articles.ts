/** What an index has already, when a build adds to it. */
import type { Manifest } from '../index/manifest';
import type { IndexSource, TextKey } from '../index/types';
import { addReport, reportOf, reportOrder } from '../inputs/article-groups';
import { articleKeys, Repetitions } from '../inputs/duplicates';
import { wideHash } from '../inputs/hash';
import type { InputArticle } from '../inputs/types';
import type { Report } from '../match/types';
import { shardSource } from './index-folder';

export class KnownArticles {
  readonly #repetitions = new Repetitions();
  /** Copies of texts that the index has, by the key of the text. */
  readonly #copies = new Map<string, Map<string, Report>>();

  /** Reads what the shards of an index have. */
  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest | null,
  ) {
    for (const entry of manifest?.shards ?? []) {
      const shard = shardSource(folder, entry).open();
      for (let number = 0; number < shard.size; number++) {
        this.#repetitions.remember(shard.document(number), shard.textKey(number));
      }
    }
  }

  /**
   * Whether the index has the article: its id, its address, or, of one that others do not refer to by its id, its text.
   * @param named others refer to it by its id
   */
  has(article: InputArticle, named: boolean): boolean {
    if (this.manifest === null) return false;
    const { address, text } = articleKeys(article);
    const textKey = text === null ? null : wideHash(text);
    const repetition = this.#repetitions.compare(article, named ? null : address, named ? null : textKey);
    if (repetition === 'same-text' && textKey !== null) this.#copy(textKey, article);
    return repetition !== 'new';
  }

  /** Articles of the index that have been copied since, with the outlets of the copies, by their day's shard. */
  *copied(): Generator<IndexSource> {
    if (this.#copies.size === 0) return;
    for (const entry of this.manifest?.shards ?? []) {
      const shard = shardSource(this.folder, entry).open();
      const numbers = Array.from({ length: shard.size }, (_, number) => number).filter((number) => {
        const key = shard.textKey(number);
        return key !== null && this.#copies.has(nameOf(key));
      });
      if (numbers.length === 0) continue;
      const sources = shard.sources();
      for (const number of numbers) {
        const source = sources[number];
        const copies = source?.textKey ? this.#copies.get(nameOf(source.textKey)) : undefined;
        if (source && copies) yield withCopies(source, copies);
      }
    }
  }

  #copy(textKey: TextKey, article: InputArticle): void {
    const report = reportOf(article);
    if (report === null) return;
    const reports = this.#copies.get(nameOf(textKey)) ?? new Map<string, Report>();
    addReport(reports, report);
    this.#copies.set(nameOf(textKey), reports);
  }
}

function nameOf({ high, low }: TextKey): string {
  return `${high} ${low}`;
}

function withCopies(source: IndexSource, copies: ReadonlyMap<string, Report>): IndexSource {
  const { document } = source;
  const reports = new Map(document.coverage.map((report) => [report.outlet, report]));
  for (const report of copies.values()) if (report.outlet !== document.site) addReport(reports, report);
  const coverage = [...reports.values()].sort((a, b) => (reportOrder(a) < reportOrder(b) ? -1 : 1));
  return { ...source, document: { ...document, coverage } };
}
