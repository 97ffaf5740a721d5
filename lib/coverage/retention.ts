/** What of the live index has to go: days that have passed, and the oldest where there is too much. */
import type { ChunkKeys } from './chunks';

/** Ids of the chunks that are kept no longer. Days go whole, and the last is never among them. */
export function chunksToDrop(
  chunks: readonly Pick<ChunkKeys, 'id' | 'day' | 'ids'>[],
  oldestDay: string,
  mostItems: number,
): string[] {
  const dropped = chunks.filter(({ day }) => day < oldestDay);
  const kept = chunks.filter(({ day }) => day >= oldestDay).sort((a, b) => (a.day < b.day ? -1 : 1));
  let items = kept.reduce((sum, { ids }) => sum + ids.length, 0);
  const last = kept.at(-1)?.day;
  for (const chunk of kept) {
    if (items <= mostItems || chunk.day === last) break;
    items -= chunk.ids.length;
    dropped.push(chunk);
  }
  return dropped.map(({ id }) => id);
}
