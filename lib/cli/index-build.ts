/** `index build`: inputs of any kind → an index. */
import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createFingerprinter, type Fingerprinter } from '../fingerprint/fingerprint';
import { encodeIndex } from '../index/encode';
import type { IndexSource } from '../index/types';
import { ArticleGroups, type KeptKeys } from '../inputs/article-groups';
import type { InputArticle } from '../inputs/types';
import type { Report } from '../match/types';
import { createBuildProgress } from './build-progress';
import { BuildReport } from './build-report';
import { loadLexicon } from './bundled';
import { FeedFetcher, type FetchOptions } from './feed-fetcher';
import { FeedState } from './feed-state';
import { isAddress, listFiles, readInputs, type SourceItem } from './inputs';
import { CommandError, fileError, writeAtomically } from './io';
import { INDEX_FILE_NAME } from './open-index';

export interface BuildOptions {
  readonly out: string;
  readonly inputs: readonly string[];
  /** How to fetch addresses; null where that was not asked for. */
  readonly fetch: FetchOptions | null;
  /** Where every error is written. */
  readonly errors: string | null;
}

/** An article in the index to be, with what finds those that repeat it. */
interface Kept {
  source: IndexSource;
  readonly keys: KeptKeys;
}

/** Builds an index and says on stderr what became of the inputs. */
export async function buildIndex({ out, inputs, fetch, errors }: BuildOptions): Promise<void> {
  const there = await stat(out).catch(() => null);
  if (there && !there.isDirectory()) throw new CommandError(`${out}: is not a folder`);
  const addresses = inputs.filter(isAddress);
  const files = await listFiles(inputs.filter((input) => !isAddress(input)));
  const fetcher = fetch === null ? null : new FeedFetcher(await openState(out), fetch);
  const log = errors === null ? null : await createErrorLog(errors);
  const report = new BuildReport(log?.write);
  const sources = await gather().finally(() => log?.end());
  for (const line of report.summary()) process.stderr.write(`${line}\n`);
  if (sources.length === 0) throw new CommandError('the input has no articles');
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw fileError(out, error);
  });
  const file = encodeIndex(sources);
  await writeAtomically(join(out, INDEX_FILE_NAME), [file]);
  const count = report.total('errors');
  const rest = count === 0 ? '' : `, ${count} errors`;
  process.stderr.write(`${sources.length} articles, ${file.length} bytes${rest}\n`);

  async function gather(): Promise<IndexSource[]> {
    const total = addresses.length > 0 ? 0 : files.reduce((sum, { bytes }) => sum + bytes, 0);
    const progress = createBuildProgress(report, total);
    const gatherer = new Gatherer(createFingerprinter(await loadLexicon()), report);
    const paths = files.map(({ path }) => path);
    for await (const item of readInputs(paths, addresses, { fetcher, onBytes: progress.bytes })) {
      gatherer.add(item);
      progress.tick();
    }
    progress.done();
    return gatherer.sources();
  }
}

async function openState(out: string): Promise<FeedState> {
  return FeedState.open(out).catch((error: unknown) => {
    throw fileError(out, error);
  });
}

/** Turns items into what the index keeps, counting all that comes by. */
class Gatherer {
  readonly #fingerprinter: Fingerprinter;
  readonly #report: BuildReport;
  readonly #groups = new ArticleGroups();
  readonly #kept: Kept[] = [];

  constructor(fingerprinter: Fingerprinter, report: BuildReport) {
    this.#fingerprinter = fingerprinter;
    this.#report = report;
  }

  add({ file, format, item }: SourceItem): void {
    if (item.kind === 'problem') this.#report.problem(format, file, item.problem);
    else if (item.kind === 'skipped') this.#report.skipped(format, item.reason);
    else if (item.kind === 'article') {
      const verdict = this.#groups.add(item.article, format === 'articles');
      if (verdict.kind === 'same-id') {
        const problem = { place: item.place, what: 'an id that another article has', detail: item.article.id };
        this.#report.problem(format, file, problem);
      } else if (verdict.kind === 'repeated') this.#report.repeated(format);
      else {
        this.#report.article(format, item.article.lang);
        this.#kept.push({ source: this.#sourceOf(item.article, []), keys: verdict.keys });
      }
    }
  }

  /** The articles of the index: each once, with the other outlets that printed it. */
  sources(): IndexSource[] {
    const ids = new Set<string>();
    return this.#kept.flatMap(({ source, keys }) => {
      const settled = this.#settle(source, keys);
      const { id } = settled.document;
      // An id may also be another's address; and the one that stands instead has an id that was never asked for.
      const free = [settled, source].find(({ document }) => !ids.has(document.id));
      if (free === undefined) {
        const problem = { place: null, what: 'an id that another article has', detail: id };
        this.#report.problem('articles', source.document.url ?? id, problem);
        return [];
      }
      ids.add(free.document.id);
      return [free];
    });
  }

  #settle(source: IndexSource, keys: KeptKeys): IndexSource {
    const { id, lang, url, titles, date, site } = source.document;
    const article = { id, lang, url, title: titles[lang] ?? '', publishedAt: date, site };
    const settled = this.#groups.settle(article, keys);
    if (settled === null) return source;
    const { instead, reports } = settled;
    if (instead !== null) return this.#sourceOf(instead, reports);
    return { document: { ...source.document, coverage: reports }, terms: source.terms };
  }

  #sourceOf(article: InputArticle, coverage: readonly Report[]): IndexSource {
    return indexArticle(article, this.#fingerprinter.fingerprint(article).terms, coverage);
  }
}

/** What the index keeps of an article; `coverage` are the other outlets that printed the same text. */
export function indexArticle(
  article: InputArticle,
  terms: IndexSource['terms'],
  coverage: readonly Report[] = [],
): IndexSource {
  const { id, lang, url, title, publishedAt, site } = article;
  return {
    document: {
      id,
      kind: 'article',
      lang,
      date: publishedAt,
      titles: { [lang]: title },
      url,
      site,
      coverage,
      follows: [],
    },
    terms,
  };
}

/** A file that gets every error as it comes: they may be too many to hold. */
async function createErrorLog(path: string): Promise<{ write: (line: string) => void; end: () => Promise<void> }> {
  const file = await open(path, 'w').catch((error: unknown) => {
    throw fileError(path, error);
  });
  const stream = file.createWriteStream();
  const written = finished(stream);
  // A failure is told at the end; until then it must not go unheard as an event.
  written.catch(() => {});
  return {
    write: (line) => {
      stream.write(`${line}\n`);
    },
    end: async () => {
      stream.end();
      await written.catch((error: unknown) => {
        throw fileError(path, error);
      });
    },
  };
}
