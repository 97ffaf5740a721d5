/** `index build`: inputs of any kind → an index. */
import { open, rmdir, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { type Manifest, manifestFacts } from '../index/manifest';
import { BuildLock } from './build-lock';
import { createBuildProgress } from './build-progress';
import { BuildReport } from './build-report';
import { loadLexicon } from './bundled';
import { FeedFetcher, type FetchOptions } from './feed-fetcher';
import { FeedState } from './feed-state';
import { Gatherer } from './gatherer';
import { readManifest } from './index-folder';
import { IndexWriter } from './index-writer';
import { isAddress, listFiles, readInputs } from './inputs';
import { CommandError, fileError } from './io';
import { KnownArticles } from './known-articles';

export interface BuildOptions {
  readonly out: string;
  readonly inputs: readonly string[];
  /** How to fetch addresses; null where that was not asked for. */
  readonly fetch: FetchOptions | null;
  /** Where every error is written. */
  readonly errors: string | null;
}

/**
 * Builds an index, or adds to the one that is there, and says on stderr what became of the inputs. Where nothing new was
 * read, what is there stays as it is.
 */
export async function buildIndex({ out, inputs, fetch, errors }: BuildOptions): Promise<void> {
  const there = await stat(out).catch(() => null);
  if (there && !there.isDirectory()) throw new CommandError(`${out}: is not a folder`);
  const addresses = inputs.filter(isAddress);
  const files = await listFiles(
    inputs.filter((input) => !isAddress(input)),
    out,
  );
  const lock = await BuildLock.take(out);
  try {
    // Only now: until the lock was taken another build may have changed it.
    await build(await readManifest(out));
  } finally {
    await lock.release();
    // Only an empty folder can be removed: where nothing came of the build there is none.
    if (there === null) await rmdir(out).catch(() => {});
  }

  async function build(before: Manifest | null): Promise<void> {
    const fetcher = fetch === null ? null : new FeedFetcher(await openState(out), fetch);
    const log = errors === null ? null : await createErrorLog(errors);
    const report = new BuildReport(log?.write);
    const known = new KnownArticles(out, before);
    const writer = new IndexWriter(out, before, (id) => {
      report.problem('articles', out, { place: null, what: 'an id that another article has', detail: id });
    });
    try {
      const added = await gather({ fetcher, report, known, writer }).finally(() => log?.end());
      for (const line of report.summary()) process.stderr.write(`${line}\n`);
      if (before === null && added === 0) throw new CommandError('the input has no articles');
      if (added === 0) {
        process.stderr.write(`nothing new: ${facts(before)}\n`);
        return;
      }
      const count = report.total('errors');
      const rest = count === 0 ? '' : `, ${count} errors`;
      const manifest = await writer.finish(() => lock.stir());
      process.stderr.write(`${facts(manifest)}${before === null ? '' : `, ${added} of them new`}${rest}\n`);
    } finally {
      await writer.abandon();
    }
  }

  async function gather({ fetcher, report, known, writer }: Parts): Promise<number> {
    const total = addresses.length > 0 ? 0 : files.reduce((sum, { bytes }) => sum + bytes, 0);
    const progress = createBuildProgress(report, total);
    const fingerprinter = createFingerprinter(await loadLexicon());
    await writer.start().catch((error: unknown) => {
      throw fileError(out, error);
    });
    const gatherer = new Gatherer({ fingerprinter, report, known, writer });
    const paths = files.map(({ path }) => path);
    for await (const item of readInputs(paths, addresses, { fetcher, onBytes: progress.bytes })) {
      await gatherer.add(item);
      progress.tick();
      lock.stir();
    }
    progress.done();
    return gatherer.finish();
  }
}

interface Parts {
  readonly fetcher: FeedFetcher | null;
  readonly report: BuildReport;
  readonly known: KnownArticles;
  readonly writer: IndexWriter;
}

function facts(manifest: Manifest | null): string {
  const { articles, bytes } = manifest === null ? { articles: 0, bytes: 0 } : manifestFacts(manifest);
  return `${articles} articles, ${bytes} bytes`;
}

async function openState(out: string): Promise<FeedState> {
  return FeedState.open(out).catch((error: unknown) => {
    throw fileError(out, error);
  });
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
