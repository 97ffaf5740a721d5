/** An index that somebody else builds and the reader subscribes to: its manifest, and the shards that are wanted of it. */
import * as v from 'valibot';
import { FileFormatError } from '../container/container';
import { type FileEntry, type Manifest, parseManifest } from '../index/manifest';
import { dayOf } from './days';
import { FETCH_STATES } from './fetch-states';
import { AddressSchema } from './followed-feed';

/** How the last look at a subscription ended. `older`: what is offered there is older than what is here, and is not taken. */
export const SUBSCRIPTION_STATES = [...FETCH_STATES, 'too-large', 'no-index', 'older', 'damaged'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export interface Subscription {
  /** The address of its manifest, https. */
  readonly address: string;
  readonly dueAt: number;
  readonly failures: number;
  readonly readAt: number | null;
  readonly state: SubscriptionState;
  readonly detail: string;
  /** The manifest that is in use, as it was sent; null before the first. */
  readonly manifest: string | null;
}

const Moment = v.pipe(v.number(), v.finite());

/** A record as it is kept. */
export const subscriptionSchema = v.object({
  address: AddressSchema,
  dueAt: Moment,
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
  readAt: v.nullable(Moment),
  state: v.picklist(SUBSCRIPTION_STATES),
  detail: v.string(),
  manifest: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, Subscription>;

/** A subscription that has just been made. */
export function newSubscription(address: string, now: number): Subscription {
  return { address, dueAt: now, failures: 0, readAt: null, state: 'new', detail: '', manifest: null };
}

/** Bounds on what a subscription may bring. */
export const SUBSCRIPTION_LIMITS = { manifest: 2_000_000, file: 20_000_000, all: 60_000_000 } as const;

/** What is to be made of a manifest that has been sent. */
export type ManifestVerdict =
  | { readonly state: 'ok'; readonly manifest: Manifest }
  | { readonly state: 'no-index' | 'older' | 'too-large'; readonly detail: string };

/** Judges a manifest: only one that is not older than the one in use is taken, or an old fault could be brought back. */
export function judgeManifest(text: string, inUse: string | null): ManifestVerdict {
  const manifest = read(text);
  if (manifest instanceof FileFormatError) return { state: 'no-index', detail: manifest.message };
  const before = inUse === null ? null : read(inUse);
  if (before !== null && !(before instanceof FileFormatError) && manifest.generation < before.generation) {
    return { state: 'older', detail: `${manifest.generation} < ${before.generation}` };
  }
  // Nothing of an index can be searched without them: they cannot be left out as a shard can.
  if (manifest.statistics.bytes > SUBSCRIPTION_LIMITS.file) return { state: 'too-large', detail: '' };
  return { state: 'ok', manifest };
}

function read(text: string): Manifest | FileFormatError {
  try {
    return parseManifest(text);
  } catch (error) {
    if (error instanceof FileFormatError) return error;
    throw error;
  }
}

const DAY = 24 * 60 * 60_000;

/**
 * The files that are wanted of an index: its statistics, and the shards of its newest days, as many as the reader keeps,
 * within bounds. What is being read does not count: what is downloaded must not tell of it.
 */
export function filesWanted({ statistics, shards }: Manifest, days: number): FileEntry[] {
  const last = shards.reduce((latest, { day }) => (day !== null && day > latest ? day : latest), '');
  const oldest = last === '' ? '' : dayOf(Date.parse(last) - (days - 1) * DAY);
  const wanted = shards
    .filter(({ day }) => day === null || day >= oldest)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
  let room = SUBSCRIPTION_LIMITS.all - statistics.bytes;
  const files: FileEntry[] = [statistics];
  for (const shard of wanted) {
    if (shard.bytes > SUBSCRIPTION_LIMITS.file || shard.bytes > room) continue;
    room -= shard.bytes;
    files.push(shard);
  }
  return files;
}
