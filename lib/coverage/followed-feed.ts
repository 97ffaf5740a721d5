/** A feed that the reader follows, and how it fares. */
import * as v from 'valibot';
import { shownText } from '../languages/shown-text';
import { FETCH_STATES } from './fetch-states';

/**
 * How the last reading of a feed ended. `clock`: this device's clock is not that of the servers. Everything behind `ok` is a
 * failure.
 */
export const FEED_STATES = [...FETCH_STATES, 'not-a-feed', 'no-items', 'clock', 'failed'] as const;
export type FeedState = (typeof FEED_STATES)[number];

/** What was odd about a feed that could be read all the same, so that part of it was left out. */
export const FEED_NOTES = [
  'too-large',
  'too-many',
  'cut-short',
  'broken-items',
  'encoding',
  'entities',
  'future',
] as const;
export type FeedNote = (typeof FEED_NOTES)[number];

export interface FollowedFeed {
  /** Its address, https: what it is known by. */
  readonly address: string;
  /** The outlet's name as shown; '' until the feed has told its own. */
  readonly name: string;
  /** The language of its content where that is known; null where each item is to be judged. */
  readonly lang: string | null;
  /** When it is to be read next. Times are milliseconds since 1970. */
  readonly dueAt: number;
  /** How often reading it has failed in a row. */
  readonly failures: number;
  readonly triedAt: number | null;
  /** When it was last read well, with news or without. */
  readonly readAt: number | null;
  /** What its server wants to be told the next time. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly state: FeedState;
  /** The browser's or the server's own words, such as "404". */
  readonly detail: string;
  readonly notes: readonly FeedNote[];
}

const Moment = v.pipe(v.number(), v.finite());
const Header = v.nullable(v.pipe(v.string(), v.maxLength(1000)));

/** An address as `feedAddress` gives it: its host is asked for and shown. */
export const AddressSchema = v.pipe(
  v.string(),
  v.check((address) => feedAddress(address) === address),
);

/** A record as it is kept: another version of the extension may have written it. */
export const followedFeedSchema = v.object({
  address: AddressSchema,
  name: v.pipe(v.string(), v.maxLength(300)),
  lang: v.nullable(v.string()),
  dueAt: Moment,
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  triedAt: v.nullable(Moment),
  readAt: v.nullable(Moment),
  etag: Header,
  lastModified: Header,
  state: v.picklist(FEED_STATES),
  detail: v.string(),
  notes: v.array(v.picklist(FEED_NOTES)),
}) satisfies v.GenericSchema<unknown, FollowedFeed>;

/** What is asked to be followed: an entry of the catalogue, or an address with whatever is known of it. */
export interface FeedChoice {
  readonly address: string;
  readonly name: string;
  readonly lang: string | null;
}

/** A feed that has just been chosen: it is due at once. */
export function newFeed({ address, name, lang }: FeedChoice, now: number): FollowedFeed {
  return {
    address,
    name: shownText(name).slice(0, 300),
    lang,
    dueAt: now,
    failures: 0,
    triedAt: null,
    readAt: null,
    etag: null,
    lastModified: null,
    state: 'new',
    detail: '',
    notes: [],
  };
}

/** Whether the last reading of a feed came to nothing. */
export function isFailing({ state }: Pick<FollowedFeed, 'state'>): boolean {
  return state !== 'new' && state !== 'ok';
}

/** Longer addresses are nobody's. */
const MAX_ADDRESS = 2000;

/**
 * A feed's address as it is kept: https, without credentials and fragment; null for anything else. An address in plain
 * http would tell everyone on the way what is read.
 */
export function feedAddress(written: string): string | null {
  const text = written
    .trim()
    .replace(/^feed:(?=https:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href.length <= MAX_ADDRESS ? url.href : null;
}
