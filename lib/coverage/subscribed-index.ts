import { inSlices } from '../article/in-slices';
import { FileFormatError } from '../container/container';
import { type ArticleIndex, openArticleIndexSteps } from '../index/article-index';
import { parseManifest } from '../index/manifest';
import { checkShard, openShard } from '../index/shard';
import { decodeStatistics } from '../index/statistics';

/**
 * Opens what is there of a subscribed index.
 *
 * @param files by their names in the manifest; shards that are missing are not searched
 * @throws FileFormatError where one of them is damaged, or the statistics are missing
 */
export async function openSubscribed(
  manifest: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ArticleIndex | null> {
  const { statistics, shards } = parseManifest(manifest);
  const background = files.get(statistics.file);
  if (background === undefined) return null;
  const open = shards.flatMap(({ file }) => {
    const bytes = files.get(file);
    return bytes === undefined ? [] : [openShard(file, bytes)];
  });
  return open.length === 0
    ? null
    : inSlices(openArticleIndexSteps(open, decodeStatistics(statistics.file, background)));
}

/** What is wrong with a file that is what its manifest says: it may be of another version. Null where nothing is. */
export function faultOf(file: string, bytes: Uint8Array): string | null {
  try {
    if (file.startsWith('shards/')) checkShard(file, bytes);
    else decodeStatistics(file, bytes);
    return null;
  } catch (error) {
    if (error instanceof FileFormatError) return error.message;
    throw error;
  }
}
