/** What of the live index has to go: days that have passed, and what there is too much of. */
import { feedOfItem } from './accept-item';
import type { ChunkKeys } from './chunks';

/** Where items have to go, so many go at once that not every reading makes chunks anew. */
const LEFT = 0.95;

/** Ids of the chunks of days that are kept no longer. */
export function chunksToDrop(chunks: readonly Pick<ChunkKeys, 'id' | 'day'>[], oldestDay: string): string[] {
  return chunks.filter(({ day }) => day < oldestDay).map(({ id }) => id);
}

/**
 * Ids of the items that have to go where there are too many. The feeds that have the most give them, each its oldest: a feed
 * that sends without end takes no room from those that do not.
 *
 * @param chunks by day
 */
export function itemsToDrop(chunks: readonly Pick<ChunkKeys, 'ids'>[], mostItems: number): ReadonlySet<string> {
  const byFeed = new Map<string, string[]>();
  let items = 0;
  for (const { ids } of chunks) {
    items += ids.length;
    for (const id of ids) {
      const own = byFeed.get(feedOfItem(id));
      if (own === undefined) byFeed.set(feedOfItem(id), [id]);
      else own.push(id);
    }
  }
  if (items <= mostItems) return new Set();
  const feeds = [...byFeed.values()];
  const share = shareOf(
    feeds.map(({ length }) => length),
    Math.floor(mostItems * LEFT),
  );
  return new Set(feeds.flatMap((ids) => ids.slice(0, Math.max(0, ids.length - share))));
}

/** The most that each may have so that all have no more than there is room for: what small ones leave is for the others. */
function shareOf(counts: readonly number[], room: number): number {
  let left = room;
  const rising = [...counts].sort((a, b) => a - b);
  for (const [at, count] of rising.entries()) {
    const share = Math.floor(left / (rising.length - at));
    if (count > share) return share;
    left -= count;
  }
  return left;
}
