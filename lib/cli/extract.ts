import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { completeReading } from '../article/complete-reading';
import { parseReading } from '../article/parse-reading';
import { readPage } from '../article/read-page';
import { PAGE_KINDS, type ReadPage } from '../article/types';
import { decodeHtml, looksBinary, parseDocument } from './dom';
import { CommandError, fileError, oneLine, parseOptions, readJsonLines, UsageError, writeAtomically } from './io';
import { createProgress } from './progress';

const HELP = `Usage: sidelight extract FILE.html [--url URL] [--trace]
       sidelight extract --pages EXPECTED.jsonl --out RESULTS.jsonl

Reads the article on a saved page (.html or .html.gz).

  FILE.html               prints the article as one line of JSON
  --url URL               the address the page was opened at
  --trace                 adds "trace" to the result: what was taken out of the text or put in, by which rule
  --pages EXPECTED.jsonl  a list of pages: of each line "file", beside the list, and "url" are read
  --out RESULTS.jsonl     one result a line, with its "file"; a page that cannot be read gives {"file","error"}
  --help                  prints this

A page that is no article gives its "kind", "title" and so on with "text":""; kinds are
${PAGE_KINDS.join(', ')}. A live blog is an article with "live":true.
Rules that a trace names: docs/reading.md.
Exit code: 0 done, 1 the file cannot be read, 2 wrong usage.
`;

/** The `extract` command. Throws `UsageError` and `CommandError` for the dispatcher to print. */
export async function runExtract(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      trace: { type: 'boolean' },
      pages: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (values.pages !== undefined) {
    if (values.out === undefined) throw new UsageError('extract --pages needs --out RESULTS.jsonl');
    if (file !== undefined || values.url !== undefined)
      throw new UsageError('extract --pages takes neither FILE nor --url');
    await extractBatch(values.pages, values.out, values.trace === true);
    return 0;
  }
  if (values.out !== undefined) throw new UsageError('extract --out needs --pages EXPECTED.jsonl');
  if (file === undefined) throw new UsageError('extract needs FILE.html, or --pages and --out');
  if (more.length > 0) throw new UsageError(`extract takes one FILE, not ${positionals.length}`);
  if (values.url !== undefined && !/^https?:\/\//i.test(values.url))
    throw new UsageError('--url must start with http:// or https://');
  process.stdout.write(`${JSON.stringify(await extractFile(file, values.url, values.trace))}\n`);
  return 0;
}

const unzip = promisify(gunzip);

/** The largest page read: a hundred times a large news page; more is no page, and would only exhaust memory. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Reads one saved page. */
export async function extractFile(path: string, url: string | undefined, trace = false): Promise<ReadPage> {
  const raw = await readFile(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (raw.length > MAX_BYTES) throw new CommandError(`${path}: larger than ${MAX_BYTES / 1024 / 1024} MB`);
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? await inflate(path, raw) : raw;
  const html = decodeHtml(bytes);
  if (looksBinary(html)) throw new CommandError(`${path}: not a text file`);
  try {
    // The same bounds as for a reading that comes from a tab.
    return completeReading(parseReading(readPage(parseDocument(html), url, { trace })));
  } catch (error) {
    throw new CommandError(`${path}: ${oneLine(error)}`);
  }
}

async function inflate(path: string, raw: Uint8Array): Promise<Uint8Array> {
  try {
    return await unzip(raw, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    throw new CommandError(`${path}: cannot be unzipped (${oneLine(error)})`);
  }
}

async function extractBatch(list: string, out: string, trace: boolean): Promise<void> {
  const progress = createProgress('pages read:');
  async function* results(): AsyncGenerator<string> {
    for await (const { line, value } of readJsonLines(list)) {
      const { file, url } = pageOf(list, line, value);
      const path = isAbsolute(file) ? file : join(dirname(list), file);
      const result = await extractFile(path, url, trace).catch((error: unknown) => ({ error: oneLine(error) }));
      yield `${JSON.stringify({ file, ...result })}\n`;
      progress.step();
    }
  }
  try {
    await writeAtomically(out, results());
  } finally {
    progress.done();
  }
}

function pageOf(list: string, line: number, value: unknown): { file: string; url: string | undefined } {
  if (typeof value !== 'object' || value === null || !('file' in value) || typeof value.file !== 'string') {
    throw new CommandError(`${list}:${line}: no "file"`);
  }
  return { file: value.file, url: 'url' in value && typeof value.url === 'string' ? value.url : undefined };
}
