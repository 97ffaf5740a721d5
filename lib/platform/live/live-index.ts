/** The live index as the background searches it. */
import { isHeadlineOnly } from '../../coverage/accept-item';
import { type OpenChunks, openChunks } from '../../coverage/chunk-index';
import { isFailing } from '../../coverage/followed-feed';
import type { LiveIndex } from '../../match/live-reports';
import type { LiveFacts } from '../../match/types';
import { loadLiveChoices } from './choices';
import { listChunks, listFeeds, loadChunk } from './stored';

/** What an article is searched in beside the bundled index. */
export interface LiveCoverage {
  readonly indexes: readonly LiveIndex[];
  /** Null where the reader follows no source. */
  readonly facts: LiveFacts | null;
}

/** What is open in this worker's life, and the chunks that it was made from. */
let open: { readonly chunks: string; readonly live: OpenChunks | null } | null = null;

/** The live index as it is by now, opened anew only where a chunk has changed. */
export async function loadLiveCoverage(): Promise<LiveCoverage> {
  const [feeds, chunks, { paused }] = await Promise.all([listFeeds(), listChunks(), loadLiveChoices()]);
  if (feeds.length === 0) return { indexes: [], facts: null };
  const ids = chunks.map(({ id }) => id);
  const key = ids.join();
  if (open?.chunks !== key) {
    const files = await Promise.all(ids.map(async (id) => ({ id, bytes: await loadChunk(id) })));
    const there = files.flatMap(({ id, bytes }) => (bytes === null ? [] : [{ id, bytes }]));
    open = { chunks: key, live: await openChunks(there, open?.live ?? null) };
  }
  const reads = feeds.flatMap(({ readAt }) => readAt ?? []);
  const readAt = reads.length === 0 ? null : new Date(Math.max(...reads)).toISOString();
  const index = open.live?.index ?? null;
  return {
    indexes:
      index === null ? [] : [{ origin: 'feed', index, asOf: readAt ?? new Date().toISOString(), isHeadlineOnly }],
    facts: {
      feeds: feeds.length,
      subscriptions: 0,
      articles: index?.size ?? 0,
      readAt,
      failing: feeds.filter(isFailing).map(({ name, address }) => name || new URL(address).host),
      paused,
    },
  };
}
