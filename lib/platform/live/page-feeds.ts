import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type FeedChoice, feedAddress } from '../../coverage/followed-feed';
import { FailureError } from '../result';

const MOST_LINKS = 50;

const Links = v.array(v.object({ type: v.string(), href: v.string(), title: v.pipe(v.string(), v.maxLength(300)) }));

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;

/**
 * The feeds that the page in a tab names in its head, each once.
 * @throws FailureError where the tab's click grant has ended
 */
export async function findPageFeeds(tabId: number): Promise<FeedChoice[]> {
  const [run] = await browser.scripting
    .executeScript({ target: { tabId }, func: linksOf, args: [MOST_LINKS] })
    .catch((error: unknown) => {
      throw new FailureError('no-access', error instanceof Error ? error.message : String(error));
    });
  const links = v.safeParse(Links, run?.result);
  const found = new Map<string, FeedChoice>();
  for (const { type, href, title } of links.success ? links.output : []) {
    const address = FEED_TYPE.test(type) ? feedAddress(href) : null;
    if (address !== null && !found.has(address)) {
      found.set(address, { address, name: title.trim() || new URL(address).host, lang: null });
    }
  }
  return [...found.values()];
}

/** Runs in the page: nothing of what stands around it goes along. */
function linksOf(most: number): { type: string; href: string; title: string }[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel~="alternate"][type][href]')]
    .slice(0, most)
    .map(({ type, href, title }) => ({ type, href, title: title.slice(0, 300) }));
}
