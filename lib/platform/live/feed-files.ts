import type { FeedChoice } from '../../coverage/followed-feed';
import { readFeedList, writeOpml } from '../../coverage/opml';
import { download } from '../pass-on';
import { loadCatalogue } from './catalogue';

/** The feeds of a list in a file, by the catalogue's names where it knows them; null where it is no such list. */
export async function importFeeds(file: Blob): Promise<readonly FeedChoice[] | null> {
  const [listed, catalogue] = await Promise.all([readList(file), loadCatalogue()]);
  const known = new Map(catalogue.map((feed) => [feed.address, feed]));
  return listed?.map((feed) => known.get(feed.address) ?? feed) ?? null;
}

async function readList(file: Blob): Promise<FeedChoice[] | null> {
  return readFeedList(new Uint8Array(await file.arrayBuffer()));
}

/** Hands the feeds over as a file. */
export function exportFeeds(feeds: readonly FeedChoice[]): void {
  download({ name: 'sidelight-feeds.opml', type: 'text/x-opml', text: writeOpml(feeds) });
}
