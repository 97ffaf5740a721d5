/** Shards, from wherever they come, become one open index. */
import { FileFormatError } from '../container/container';
import { FINGERPRINT_VERSION } from '../fingerprint/version';
import type { IndexFacts } from '../match/types';
import { ArticleIndex, type IndexShard, type ShardRange } from './article-index';
import { dayOf } from './date-code';
import { encodeShard } from './encode-shard';
import { openShard, type Shard } from './shard';
import { MAX_SHARD_DOCUMENTS } from './shard-format';
import { hubnessAt, runSteps, type Statistics, statisticsOf } from './statistics';
import type { IndexSource } from './types';

/**
 * Opens shards as one index. They may be some of those that the statistics are of: rarity is that of the whole.
 * @throws FileFormatError where the statistics do not know a shard
 */
export function openArticleIndex(shards: readonly Shard[], statistics: Statistics): ArticleIndex {
  return runSteps(openArticleIndexSteps(shards, statistics));
}

/** The same with a pause after every shard. */
export function* openArticleIndexSteps(
  shards: readonly Shard[],
  statistics: Statistics,
): Generator<void, ArticleIndex> {
  const languages = [...new Set(shards.flatMap((shard) => shard.languages.map(({ lang }) => lang)))].sort();
  const parts: IndexShard[] = [];
  let base = 0;
  for (const shard of shards) {
    const hubness = statistics.hubness.get(shard.name);
    const measures = statistics.measures.get(shard.name);
    if (hubness?.length !== shard.size || measures?.size !== shard.size) {
      throw new FileFormatError(`${shard.name}: The statistics of this index do not know this file.`);
    }
    const ranges = shard.languages.map(({ lang, from, to }): ShardRange => {
      const leastHubness = hubnessAt(hubness.subarray(from, to).reduce((least, one) => Math.min(least, one), 0xffff));
      const norms = measures.norms.subarray(from, to);
      const usualNorm = norms.reduce((sum, norm) => sum + norm, 0) / (to - from);
      const leastNorm = norms.reduce((least, norm) => Math.min(least, norm), Number.POSITIVE_INFINITY);
      return { language: languages.indexOf(lang), from, to, leastHubness, usualNorm, leastNorm };
    });
    parts.push({ shard, number: parts.length, base, measures, hubness, ranges });
    base += shard.size;
    yield;
  }
  return new ArticleIndex(parts, languages, factsOf(shards, statistics), statistics);
}

/** An index of some articles, made and opened in memory. */
export function indexArticles(sources: readonly IndexSource[]): ArticleIndex {
  const shards = shardsOf(sources);
  return openArticleIndex(shards, statisticsOf(shards));
}

/** The shards of some articles, made and opened in memory. */
export function shardsOf(sources: readonly IndexSource[]): Shard[] {
  const byDay = new Map<string, IndexSource[][]>();
  for (const source of sources) {
    const day = dayOf(source.document.date) ?? 'undated';
    const lists = byDay.get(day) ?? [[]];
    const last = lists.at(-1);
    if (last && last.length < MAX_SHARD_DOCUMENTS) last.push(source);
    else lists.push([source]);
    byDay.set(day, lists);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.flatMap(([day, lists]) => lists.map((list, i) => openShard(`${day}.${i}`, encodeShard(list))));
}

function factsOf(shards: readonly Shard[], { outlets }: Statistics): IndexFacts {
  const articles = new Map<string, number>();
  const days: string[] = [];
  for (const shard of shards) {
    if (shard.day !== null) days.push(shard.day);
    for (const { lang, from, to } of shard.languages) articles.set(lang, (articles.get(lang) ?? 0) + to - from);
  }
  days.sort();
  return {
    stories: 0,
    articles: shards.reduce((sum, { size }) => sum + size, 0),
    reports: 0,
    outlets,
    languages: [...articles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
    fingerprintVersion: FINGERPRINT_VERSION,
  };
}
