/** `index build` and `index info`, and the way to `index stories`. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { encodeIndex } from '../index/encode';
import type { IndexSource } from '../index/types';
import { type InputArticle, readArticles } from './articles';
import { loadLexicon } from './bundled';
import { CommandError, createProgress, fileError, parseOptions, UsageError, writeAtomically } from './io';
import { INDEX_FILE_NAME, openIndex } from './open-index';
import { runIndexStories } from './stories-command';

const HELP = `usage:
  sidelight index build --out DIR INPUT...                       build an index of the articles in INPUT (JSON lines)
  sidelight index info DIR                                       what an index holds
  sidelight index stories --index DIR --out CLUSTERS.jsonl       which of its articles report one event

An article is a line {"id","title","text","lang"?,"url"?,"publishedAt"?,"site"?}; other fields are not read.
CLUSTERS.jsonl has a line {"id","story"} for every article; reports of one event have one story, over all languages.
`;

/** Runs `index …` and gives the exit code. */
export async function runIndex(args: string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h') {
    process.stdout.write(HELP);
    return 0;
  }
  if (command === 'build') return build(rest);
  if (command === 'info') return info(rest);
  if (command === 'stories') return runIndexStories(rest, HELP);
  throw new UsageError(
    command === undefined ? 'index needs build, info or stories' : `index has no command "${command}"`,
  );
}

async function build(args: string[]): Promise<number> {
  const { values, positionals: inputs } = parseOptions({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.out === undefined) throw new UsageError('index build needs --out DIR');
  if (inputs.length === 0) throw new UsageError('index build needs at least one INPUT');
  const there = await stat(values.out).catch(() => null);
  if (there && !there.isDirectory()) throw new CommandError(`${values.out}: is not a folder`);
  const fingerprinter = createFingerprinter(await loadLexicon());
  const sources: IndexSource[] = [];
  const ids = new Set<string>();
  const progress = createProgress('articles');
  for (const input of inputs) {
    for await (const article of readArticles(input)) {
      if (ids.has(article.id)) throw new CommandError(`${input}: the id ${article.id} stands there twice`);
      ids.add(article.id);
      sources.push(indexArticle(article, fingerprinter.fingerprint(article).terms));
      progress.step();
    }
  }
  progress.done();
  if (sources.length === 0) throw new CommandError('the input has no articles');
  const out = values.out;
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw fileError(out, error);
  });
  const file = encodeIndex(sources);
  await writeAtomically(join(values.out, INDEX_FILE_NAME), [file]);
  process.stderr.write(`${sources.length} articles, ${file.length} bytes\n`);
  return 0;
}

/** What the index keeps of an article. */
export function indexArticle(article: InputArticle, terms: IndexSource['terms']): IndexSource {
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
      coverage: [],
      follows: [],
    },
    terms,
  };
}

async function info(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new UsageError('index info takes one DIR');
  const { facts } = await openIndex(folder);
  const lines = [
    ['stories', facts.stories],
    ['articles', facts.articles],
    ['reports', facts.reports],
    ['languages', facts.languages.join(' ') || '–'],
    ['days', facts.from === null ? '–' : `${facts.from} to ${facts.to}`],
    ['bytes', facts.bytes],
    ['fingerprint version', facts.fingerprintVersion],
  ] as const;
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(20)}${value}\n`);
  return 0;
}
