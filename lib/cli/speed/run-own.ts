/** What is asked of our own index only: `run-own.ts FOLDER`. What was measured is printed as JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchArticlesSteps } from '../../index/article-search';
import type { WaitingSteps } from '../../index/late';
import { splitShard } from '../../index/shard-format';
import { matchArticlesSteps } from '../../match/articles';
import { needManifest, openFolder } from '../open-index';
import { fingerprintOf, nearest } from './engines/sidelight';
import { agree, ExhaustiveScan } from './exhaustive';
import type { OwnFigures } from './figures';
import { QUERIES_FILE, readQueries } from './queries';

const TOP = 10;
/** As many of each language as matching looks at. */
const LOOKS = 12;
const PER_LANGUAGE = 5;
const WARM_UP = 50;

const [folder = ''] = process.argv.slice(2);
const manifest = await needManifest(folder);
let searchBytes = 0;
for (const { file } of manifest.shards) {
  searchBytes += splitShard(file, await readFile(join(folder, file))).search.length;
}
const shardBytes = manifest.shards.reduce((sum, { bytes }) => sum + bytes, 0);
const index = await openFolder(folder);
const queries = await readQueries(join(folder, '..', QUERIES_FILE));

/** The times of all queries, and of the longest slice between two pauses. */
function measure(stepsOf: (query: (typeof queries)[number]) => WaitingSteps<unknown>) {
  const times: number[] = [];
  let longest = 0;
  const run = (query: (typeof queries)[number], counted: boolean): void => {
    const start = performance.now();
    let before = start;
    for (const steps = stepsOf(query); !steps.next().done; ) {
      const now = performance.now();
      if (counted) longest = Math.max(longest, now - before);
      before = now;
    }
    if (counted) times.push(performance.now() - start);
  };
  for (const query of queries.slice(0, WARM_UP)) run(query, false);
  for (const query of queries) run(query, true);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { medianMs: at(0.5), p95Ms: at(0.95), longestSliceMs: longest };
}

const candidates = measure(({ terms }) =>
  searchArticlesSteps(index, index.weigh(fingerprintOf(terms)), { wanted: () => true, perLanguage: LOOKS }),
);
const match = measure(function* ({ terms, lang, publishedAt }) {
  const subject = { id: null, url: null, publishedAt, fingerprint: fingerprintOf(terms, lang) };
  const matches = yield* matchArticlesSteps(index, subject, { perLanguage: PER_LANGUAGE, sameLanguage: true });
  let pairs = 0;
  for (const { why } of matches) {
    pairs += why.length;
    yield;
  }
  return pairs;
});
const scan = new ExhaustiveScan(index);
const agreed = queries.filter(({ terms }) => agree(nearest(index, terms, TOP), scan.nearest(terms, TOP))).length;
const figures: OwnFigures = {
  articles: index.size,
  searchBytes,
  evidenceBytes: shardBytes - searchBytes,
  statisticsBytes: manifest.statistics.bytes,
  candidates,
  match,
  queries: queries.length,
  agreed,
};
process.stdout.write(JSON.stringify(figures));
