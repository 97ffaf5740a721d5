/** What a feed of the catalogue turns out to be when it is read. */
import { createReadStream } from 'node:fs';
import { detectLanguage } from '../article/language';
import type { Feed } from '../coverage/catalogue';
import { openInput } from '../inputs/read-input';
import { type Format, InputFault } from '../inputs/types';
import { baseLanguage, isSameLanguage } from '../languages/base-language';
import type { FeedFetcher, FetchedFeed } from './feed-fetcher';
import { oneLine } from './io';
import { pageTools } from './page-tools';

/** What is wrong with a feed: not read, sent on, without items, in another language, without new ones. */
export type FindingKind = 'dead' | 'moved' | 'empty' | 'language' | 'stale';

export interface Finding {
  readonly kind: FindingKind;
  readonly detail: string;
}

export interface FeedReport {
  readonly feed: Feed;
  /** Empty for a feed that is alive where the catalogue says, in the language that it says. */
  readonly findings: readonly Finding[];
  readonly items: number;
  /** Milliseconds since 1970; null where no item has a date. */
  readonly newest: number | null;
}

const FEED_FORMATS: readonly Format[] = ['rss', 'rdf', 'atom', 'json-feed'];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A reader keeps items so long: a feed without newer ones gives nothing. */
const STALE = 14 * DAY;

/** Text that the language is told from, and what each item may give of it. */
const SAMPLE = 8000;
const SAMPLE_OF_ITEM = 400;

/** Languages that the detector has neither data nor words of: it would take each for another one. */
const UNTOLD = new Set('cnr cy gd ig ky mn mt om pcm rw so'.split(' '));

/** Fetches feeds and reports on each as it comes. */
export async function* checkFeeds(
  feeds: readonly Feed[],
  fetcher: FeedFetcher,
  now: number,
): AsyncGenerator<FeedReport> {
  const byAddress = new Map(feeds.map((feed) => [feed.address, feed]));
  for await (const fetched of fetcher.fetchAll([...byAddress.keys()])) {
    const feed = byAddress.get(fetched.address);
    if (feed !== undefined) yield await report(feed, fetched, now);
  }
}

/** The age of the newest item, in words. */
export function ageOf(newest: number, now: number): string {
  const hours = Math.max(0, Math.round((now - newest) / HOUR));
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

async function report(feed: Feed, fetched: FetchedFeed, now: number): Promise<FeedReport> {
  const dead = (detail: string): FeedReport => ({ feed, findings: [{ kind: 'dead', detail }], items: 0, newest: null });
  const { problem, path, movedTo } = fetched;
  if (problem !== null) return dead(problem.detail === null ? problem.what : `${problem.what} (${problem.detail})`);
  if (path === null) return dead('nothing was sent');
  let content: Content;
  try {
    content = await readContent(path, feed.address, now);
  } catch (error) {
    return dead(error instanceof InputFault ? error.message : oneLine(error));
  }
  const { items, newest, sample } = content;
  const findings: Finding[] = [];
  if (movedTo !== null) findings.push({ kind: 'moved', detail: movedTo });
  if (items === 0) findings.push({ kind: 'empty', detail: 'no item has a headline' });
  const lang = detectLanguage(sample, baseLanguage(feed.lang));
  const told = items > 0 && lang !== 'und' && !UNTOLD.has(baseLanguage(feed.lang));
  if (told && !isSameLanguage(lang, feed.lang)) findings.push({ kind: 'language', detail: `reads as ${lang}` });
  if (newest !== null && now - newest > STALE) {
    findings.push({ kind: 'stale', detail: `the newest item is ${ageOf(newest, now)} old` });
  }
  return { feed, findings, items, newest };
}

interface Content {
  readonly items: number;
  readonly newest: number | null;
  readonly sample: string;
}

/** @throws InputFault where it is no feed */
async function readContent(path: string, address: string, now: number): Promise<Content> {
  const { format, items: stream } = await openInput(createReadStream(path), address, pageTools);
  if (!FEED_FORMATS.includes(format)) {
    await stream.return(undefined);
    throw new InputFault(`no feed, but ${format}`);
  }
  let items = 0;
  let newest: number | null = null;
  let sample = '';
  for await (const item of stream) {
    if (item.kind !== 'article') continue;
    const { title, text, publishedAt } = item.article;
    items++;
    if (sample.length < SAMPLE) sample += `${title}\n${text.slice(0, SAMPLE_OF_ITEM)}\n`;
    const date = Date.parse(publishedAt ?? '');
    // An item of tomorrow is a fault of the clock or of the zone, and says nothing about the newest.
    if (date <= now + DAY) newest = Math.max(newest ?? date, date);
  }
  return { items, newest, sample };
}
