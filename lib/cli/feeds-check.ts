/** `npm run feeds:check`: reads every feed of the catalogue and says which are dead, moved or not what the catalogue says. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feedsFor } from '../coverage/catalogue';
import { withChecks } from '../coverage/catalogue-source';
import { ageOf, checkFeeds, type FeedReport } from './check-feed';
import { FEEDS_FOLDER, readCatalogueSources } from './feed-catalogue';
import { FeedFetcher, type FetchOptions } from './feed-fetcher';
import { FeedState } from './feed-state';
import { oneLine, parseOptions, UsageError, writeAtomically } from './io';
import { createProgress } from './progress';

const HELP = `usage: npm run feeds:check -- [--lang LANG]... [--write] [--feeds DIR]

Reads the feeds of the catalogue, four at a time and one of a host at a time, and prints a line for each:
ok or what was found, language, address, detail.

  --lang LANG   only feeds in this language; may be repeated
  --write       write today as the day of the last good check to the feeds that had no finding
  --feeds DIR   the sources of another catalogue than feeds/

found is: dead (not reached, refused, no feed), moved (sent on to another address), empty (no items), language
(reads as another language) or stale (no item of the last 14 days).

exit code: 0 where nothing was found, 1 where something was, 2 where the command was called wrongly
`;

/** What a test sets: the network, the clock, where the lines go. */
export interface CheckOptions extends FetchOptions {
  readonly print?: (line: string) => void;
}

/** Runs the command; gives its exit code. */
export async function runFeedsCheck(args: string[], options: CheckOptions = {}): Promise<number> {
  const { print = console.log, now = Date.now } = options;
  const { values } = parseOptions({
    args,
    options: {
      lang: { type: 'string', multiple: true },
      write: { type: 'boolean', default: false },
      feeds: { type: 'string', default: FEEDS_FOLDER },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    print(HELP.trimEnd());
    return 0;
  }
  const { entries } = await readCatalogueSources(values.feeds);
  const all = entries.map(({ feed }) => feed);
  const feeds = values.lang === undefined ? all : feedsFor(all, values.lang);
  if (feeds.length === 0) throw new UsageError(`no feed in ${values.lang?.join(' or ') ?? values.feeds}`);

  const good = new Map<string, string>();
  const today = new Date(now()).toISOString().slice(0, 10);
  const found = new Map<string, number>();
  const state = await mkdtemp(join(tmpdir(), 'sidelight-feeds-'));
  const progress = createProgress('feeds', feeds.length);
  try {
    const fetcher = new FeedFetcher(await FeedState.open(state), options);
    for await (const report of checkFeeds(feeds, fetcher, now())) {
      progress.step();
      for (const line of linesOf(report, now())) print(line);
      if (report.findings.length === 0) good.set(report.feed.address, today);
      for (const { kind } of report.findings) found.set(kind, (found.get(kind) ?? 0) + 1);
    }
  } finally {
    progress.done();
    await rm(state, { recursive: true, force: true });
  }
  const counts = [...found].map(([kind, count]) => `${count} ${kind}`);
  print([`${feeds.length} feeds`, `${good.size} ok`, ...counts].join(', '));
  if (values.write) await writeChecks(values.feeds, new Set(entries.map(({ file }) => file)), good);
  return good.size === feeds.length ? 0 : 1;
}

function linesOf({ feed, findings, items, newest }: FeedReport, now: number): string[] {
  const { lang, address } = feed;
  const age = newest === null ? 'no dates' : `newest ${ageOf(newest, now)} old`;
  if (findings.length === 0) return [`ok\t${lang}\t${address}\t${items} items, ${age}`];
  return findings.map(({ kind, detail }) => `${kind}\t${lang}\t${address}\t${detail}`);
}

async function writeChecks(
  folder: string,
  files: ReadonlySet<string>,
  days: ReadonlyMap<string, string>,
): Promise<void> {
  for (const file of files) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    const checked = withChecks(text, days);
    if (checked !== text) await writeAtomically(path, [checked]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await runFeedsCheck(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`feeds:check: ${oneLine(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
