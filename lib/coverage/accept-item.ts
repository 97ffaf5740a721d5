/** An item of a feed → what is kept of it in the live index, or why it is left out. */
import { textKey, weightedLength } from '../article/text';
import type { FingerprintSource } from '../fingerprint/fingerprint';
import { comparableAddress } from '../index/address';
import { dayOf as dayOfDate } from '../index/date-code';
import type { IndexDocument } from '../index/types';
import { hashNumber } from '../inputs/hash';
import { cut } from '../inputs/limits';
import type { ArticleItem } from '../inputs/types';
import { instantsOf } from '../match/time';
import { dayOf } from './days';
import type { FeedNote, FollowedFeed } from './followed-feed';

/** Longer headlines are none, and the event is told in the beginning of a text. */
const MAX_TITLE = 300;
const MAX_TEXT = 2000;
/** An item with less of a text than this is a headline alone. */
const TELLING_TEXT = 100;
/** Clocks differ: an item that is so much ahead of ours is of now. */
const CLOCK_SKEW = 60 * 60_000;

/** What an item is known again by, as hashes; 0 where it has none. */
export interface ItemKeys {
  readonly guid: number;
  readonly link: number;
  /** Its words, within one host: an item whose address and identifier have changed. */
  readonly words: number;
}

export interface LiveItem {
  readonly keys: ItemKeys;
  /** The day under which it is kept: that of its date, or on which it came. */
  readonly day: string;
  readonly document: IndexDocument;
  /** What its fingerprint is made from; not kept. */
  readonly article: FingerprintSource;
}

export type Acceptance =
  | { readonly item: LiveItem; readonly note: FeedNote | null }
  | { readonly note: FeedNote | null };

/** Takes an item in, or says what is wrong with it. What is older than the oldest day kept is left out without a word. */
export function acceptItem(
  { article, guid = null }: ArticleItem,
  feed: Pick<FollowedFeed, 'address' | 'name' | 'lang' | 'readAt'>,
  now: number,
  oldestDay: string,
): Acceptance {
  const { url } = article;
  if (url === null || isDisguised(url)) return { note: 'broken-items' };
  if (article.title.includes('\ufffd')) return { note: 'encoding' };
  const { date, day, note } = dateOf(article.publishedAt, feed.readAt !== null, now);
  if (day < oldestDay) return { note: null };
  const title = cut(article.title, MAX_TITLE);
  const text = cut(article.text, MAX_TEXT);
  const lang = feed.lang ?? article.lang;
  const { host } = new URL(feed.address);
  const keys: ItemKeys = {
    guid: guid === null || guid === article.url ? 0 : hashNumber(`guid ${host} ${guid}`),
    link: hashNumber(`link ${comparableAddress(url)}`),
    words: hashNumber(`words ${host} ${textKey(`${title} ${text}`)}`),
  };
  const document: IndexDocument = {
    id: itemId(feed.address, keys.link, weightedLength(text) < TELLING_TEXT),
    kind: 'article',
    lang,
    date,
    titles: { [lang]: title },
    url,
    site: feed.name === '' ? article.site : feed.name,
    coverage: [],
    follows: [],
  };
  return { item: { keys, day, document, article: { title, text, lang, publishedAt: date } }, note };
}

/** Whether an address has a name or password in it, so that it can seem to lead to another host. */
function isDisguised(address: string): boolean {
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}

/** When an item appeared. One from the future appeared now; one without a date did where the feed had been read before. */
function dateOf(
  publishedAt: string | null,
  readBefore: boolean,
  now: number,
): { date: string | null; day: string; note: FeedNote | null } {
  const instants = publishedAt === null ? null : instantsOf(publishedAt);
  const today = dayOf(now);
  const day = dayOfDate(publishedAt);
  // A date that no calendar has, such as the 31st of November, is none.
  if (instants === null || day === null)
    return { date: readBefore ? new Date(now).toISOString() : null, day: today, note: null };
  if (instants[0] > now + CLOCK_SKEW) return { date: new Date(now).toISOString(), day: today, note: 'future' };
  return { date: publishedAt, day, note: null };
}

/** An item's id says which feed it came from and whether it is a headline alone: the index has no other place for these. */
function itemId(address: string, link: number, headlineOnly: boolean): string {
  return `${feedKey(address)}.${link.toString(36)}.${headlineOnly ? 'h' : 't'}`;
}

/** What the ids of a feed's items begin with. */
export function feedKey(address: string): string {
  return hashNumber(`feed ${address}`).toString(36);
}

/** The feed of an item, as `feedKey` gives it. */
export function feedOfItem(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

/** Whether an item is a headline alone. */
export function isHeadlineOnly(id: string): boolean {
  return id.endsWith('.h');
}
