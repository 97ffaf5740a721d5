/** `index build` and `index info`, and the way to `index stories`. */
import { buildIndex } from './index-build';
import { isAddress } from './inputs';
import { parseOptions, UsageError } from './io';
import { indexFacts } from './open-index';
import { runIndexStories } from './stories-command';

const HELP = `usage:
  sidelight index build --out DIR [--fetch] [--errors FILE] INPUT...   build an index of the articles in INPUT
  sidelight index info DIR                                             what an index holds
  sidelight index stories --index DIR --out CLUSTERS.jsonl             which of its articles report one event

INPUT is a file, packed with gzip or zip or not, or a folder of them. What it is, is told from its content:
  articles    JSON lines {"id","title","text","lang"?,"url"?,"publishedAt"?,"site"?}; other fields are not read
  feeds       RSS 2.0, RSS 1.0, Atom, JSON Feed
  OPML        a list of feeds: files in its folder, and addresses, which are fetched only with --fetch
  GKG 2.1     GDELT's lists of names, English and translated
  WARC        a web archive: the articles among its pages

  --fetch        fetches addresses: of OPML, or as INPUT. What was sent is kept in DIR/feeds, and asked for again only
                 where it has changed
  --errors FILE  names every item that could not be read, a line each

An item that cannot be read is counted and named, and the rest is read. Articles of the same address or text are kept
once, with the other outlets that printed it.
Where DIR holds an index already, the articles that it has not are added; an article whose id or address it has counts as
repeated. Building the same input twice changes nothing.
CLUSTERS.jsonl has a line {"id","story"} for every article; reports of one event have one story, over all languages.
Exit code: 0 done, 1 no article could be read or the output not written, 2 wrong usage.
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
    options: {
      out: { type: 'string' },
      fetch: { type: 'boolean' },
      errors: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { out, fetch, errors } = values;
  if (out === undefined) throw new UsageError('index build needs --out DIR');
  if (inputs.length === 0) throw new UsageError('index build needs at least one INPUT');
  const address = inputs.find(isAddress);
  if (address !== undefined && !fetch) throw new UsageError(`${address}: an address is read only with --fetch`);
  await buildIndex({ out, inputs, fetch: fetch ? {} : null, errors: errors ?? null });
  return 0;
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
  const facts = await indexFacts(folder);
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
