/** Judges the clustering into stories on a labelled set: clusters it and asks the scorer of the labelled data. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { createFingerprinter } from '../fingerprint/fingerprint';
import { indexArticle } from '../index/index-article';
import { shardsOf } from '../index/open-article-index';
import { statisticsOf } from '../index/statistics';
import type { Lexicon } from '../lexicon/types';
import { clusterArticles } from '../match/cluster-articles';
import { readArticles } from './articles';
import { readLabels } from './bench';
import { collect } from './io';
import type { Scorer } from './judge';
import { groupOf } from './labelled-pairs';

const StoriesScore = v.object({ bcubed: v.object({ precision: v.number(), recall: v.number(), f1: v.number() }) });
const run = promisify(execFile);

/** The B-cubed figures of the stories that a decision makes out of a set's articles. */
export async function judgeStories(folder: string, bench: string, set: string, lexicon: Lexicon, scorer: Scorer) {
  const file = `${bench}/${set}/articles.jsonl`;
  const labels = await readLabels(file);
  const fingerprinter = createFingerprinter(lexicon);
  const articles = await collect(readArticles(file));
  const groups = new Map(
    articles.map(({ id, publishedAt }) => [id, groupOf(labels.get(id) ?? { id, event: null }, publishedAt)]),
  );
  const sources = articles.map((article) => indexArticle(article, fingerprinter.fingerprint(article).terms));
  const shards = shardsOf(sources);
  const reports = clusterArticles(shards, statisticsOf(shards), {
    decision: (features, id) => scorer({ features, group: groups.get(id) ?? '' }),
  });
  const clusters = join(folder, 'clusters.jsonl');
  await writeFile(clusters, reports.map((report) => JSON.stringify(report)).join('\n'));
  const { stdout } = await run('node', [`${bench}/score.mjs`, 'stories', file, clusters]);
  return v.parse(StoriesScore, JSON.parse(stdout)).bcubed;
}
