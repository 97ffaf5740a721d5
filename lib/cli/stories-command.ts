/** `index stories`: which articles of an index report one event. */
import { manifestFacts } from '../index/manifest';
import { clusterArticles } from '../match/cluster-articles';
import { readStatistics, shardSource } from './index-folder';
import { CommandError, parseOptions, UsageError, writeAtomically } from './io';
import { needManifest } from './open-index';
import { createProgress } from './progress';

/**
 * Runs `index stories …` and gives the exit code.
 * @param help what `--help` prints: the help of all commands on an index
 */
export async function runIndexStories(args: string[], help: string): Promise<number> {
  const { values } = parseOptions({
    args,
    options: { index: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (values.index === undefined) throw new UsageError('index stories needs --index DIR');
  if (values.out === undefined) throw new UsageError('index stories needs --out CLUSTERS.jsonl');
  const folder = values.index;
  const manifest = await needManifest(folder);
  const { articles } = manifestFacts(manifest);
  if (articles === 0) throw new CommandError(`${folder}: has no articles`);
  const shards = manifest.shards.map((entry) => shardSource(folder, entry));
  const progress = createProgress('articles', articles);
  const reports = clusterArticles(shards, readStatistics(folder, manifest), { onReport: () => progress.step() });
  progress.done();
  await writeAtomically(
    values.out,
    reports.map((report) => `${JSON.stringify(report)}\n`),
  );
  const stories = new Set(reports.map(({ story }) => story));
  process.stderr.write(`${reports.length} articles, ${stories.size} stories\n`);
  return 0;
}
