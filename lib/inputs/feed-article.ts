/** The item of a feed, of whatever format → an article. */
import { resolvePublishedAt } from '../article/dates';
import { detectLanguage, primarySubtag } from '../article/language';
import { webAddress } from '../article/metadata';
import { tidy } from '../article/text';
import { htmlToText, tidyLines } from './html-text';
import { cut, LIMITS } from './limits';
import { withoutOutlet } from './outlet-suffix';
import { faultsOf, type InputItem, NO_DATE, type Place, problemItem } from './types';

/** What a feed says of itself, as far as it has been read. */
export interface FeedFacts {
  readonly title: string | null;
  readonly language: string | null;
  /** What the addresses of its items are relative to. */
  readonly base: string | null;
}

/** A text as a feed writes it. */
export interface FeedText {
  readonly written: string;
  /** Whether it is HTML, or plain. */
  readonly html: boolean;
}

/** An item as its feed writes it. */
export interface FeedItem {
  readonly title: string;
  /** What the item has of its article: the longest is taken. */
  readonly texts: readonly (FeedText | null | undefined)[];
  /** The address and, failing it, an identifier that may be one. */
  readonly links: readonly (string | null | undefined)[];
  readonly guid: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  /** The outlet, where the feed gathers those of others. */
  readonly site: string | null;
}

/** Text that the language is told from. */
const LANGUAGE_SAMPLE = 4000;

/**
 * An item as an article. Its own language is believed; the feed's is what its software was set up with, often in another
 * language than the articles, so that the text is heard as well.
 */
export function feedArticle(item: FeedItem, feed: FeedFacts, place: Place, file: string): InputItem {
  const outlet = tidy(item.site ?? '');
  const title = cut(withoutOutlet(tidy(item.title), outlet), LIMITS.title);
  if (title === '') return problemItem('no title', place);
  const url = item.links.map((link) => webAddress(link, feed.base)).find((address) => address !== null) ?? null;
  const text = longest(item.texts.map((one) => (one ? plain(one, url) : '')));
  const lang =
    primarySubtag(item.language) ?? detectLanguage(`${title}\n${text.slice(0, LANGUAGE_SAMPLE)}`, feed.language);
  const publishedAt = feedDate(item.published, lang) ?? feedDate(item.updated, lang);
  const faults = faultsOf(NO_DATE, item.published ?? item.updated, publishedAt);
  const site = outlet || tidy(feed.title ?? '');
  return {
    kind: 'article',
    article: {
      id: url ?? `${file}#${item.guid ?? place.number}`,
      lang,
      url,
      title,
      text,
      publishedAt,
      site: site === '' ? null : cut(site, 200),
    },
    place,
    guid: item.guid,
    ...(faults.length > 0 ? { faults } : {}),
  };
}

function plain({ written, html }: FeedText, own: string | null): string {
  return html ? htmlToText(written, own) : tidyLines(written);
}

/** The longest text, the first of equals. */
function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** RFC 822 with a year of two digits, as its first version had it. */
const SHORT_YEAR = /^((?:\s*\p{L}+,)?\s*\d{1,2}\s+\p{L}{3,}\s+)(\d{2})(\s+\d{1,2}:)/u;

/** ISO 8601, RFC 822 or the same in the feed's own language. */
function feedDate(written: string | null, lang: string): string | null {
  if (written === null) return null;
  const text = tidy(written).replace(SHORT_YEAR, '$120$2$3');
  const clues = [{ source: 'meta', text }] as const;
  // RFC 822 has English names of months in feeds of every language.
  return resolvePublishedAt(clues, { lang: 'en' }) ?? resolvePublishedAt(clues, { lang });
}
