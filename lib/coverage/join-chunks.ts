/**
 * Chunks of days that are over become one: each chunk is searched by itself, and the small ones in which a day's items came
 * in cost a match twice the time. Those of the newest days stay small, since they are still made anew.
 */
import { MAX_SHARD_DOCUMENTS } from '../index/shard-format';
import type { ChunkKeys } from './chunks';
import { dayOf } from './days';

/** So many small ones of one day are left as they are: what comes late makes one anew, and not the whole day. */
const LEFT_ALONE = 3;
/** On the newest day and the one before outlets still add and edit. */
const OPEN_DAYS = 2;
const DAY = 24 * 60 * 60_000;

/**
 * Which chunks are to be one, in lists of those that belong together.
 *
 * @param chunks by day
 * @param mostItems of one chunk; a shard has no more
 */
export function chunksToJoin(chunks: readonly ChunkKeys[], mostItems = MAX_SHARD_DOCUMENTS): ChunkKeys[][] {
  const newest = chunks.at(-1)?.day;
  if (newest === undefined) return [];
  const open = dayOf(Date.parse(newest) - (OPEN_DAYS - 1) * DAY);
  const ofOneKind = new Map<string, ChunkKeys[]>();
  for (const chunk of chunks) {
    if (chunk.day >= open) continue;
    const kind = `${chunk.day} ${chunk.dated}`;
    ofOneKind.set(kind, [...(ofOneKind.get(kind) ?? []), chunk]);
  }
  return [...ofOneKind.values()].flatMap((some) => {
    if (some.length <= LEFT_ALONE) return [];
    const joined: ChunkKeys[] = [];
    let items = 0;
    for (const chunk of some.sort((a, b) => a.ids.length - b.ids.length)) {
      items += chunk.ids.length;
      if (items > mostItems) break;
      joined.push(chunk);
    }
    return joined.length > 1 ? [joined] : [];
  });
}
