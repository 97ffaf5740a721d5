/** What is offered to a reader who follows nothing yet. */
import { feedsFor, OFFERED_PER_LANGUAGE } from '../../coverage/catalogue';
import type { FeedChoice } from '../../coverage/followed-feed';
import { isInPrivateWindow } from '../private-window';
import { loadCatalogue } from './catalogue';
import { isGranted } from './granted';
import { listFeeds } from './stored';

/**
 * A few feeds of each of the reader's languages; none where they follow some that may be read, and in private windows,
 * where nothing is kept.
 */
export async function offeredFeeds(languages: readonly string[]): Promise<readonly FeedChoice[]> {
  if (await isInPrivateWindow()) return [];
  const granted = await Promise.all((await listFeeds()).map(isGranted));
  if (granted.includes(true)) return [];
  return feedsFor(await loadCatalogue(), languages, OFFERED_PER_LANGUAGE).map(({ address, name, lang }) => ({
    address,
    name,
    lang,
  }));
}
