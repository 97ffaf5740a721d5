/** What came of asking one feed, and what is made of it. */
import { acceptItem, type LiveItem } from '../../coverage/accept-item';
import type { FeedNote, FollowedFeed } from '../../coverage/followed-feed';
import type { FetchOutcome } from './fetch-feed';

/** A feed, and its answer. */
export interface Answer {
  readonly feed: FollowedFeed;
  readonly outcome: FetchOutcome;
}

/** The items of an answer that are taken in, and what was odd about it. */
export function acceptAll(
  { feed, outcome }: Answer,
  now: number,
  oldest: string,
): { readonly accepted: LiveItem[]; readonly notes: FeedNote[] } {
  if (outcome.kind !== 'content') return { accepted: [], notes: [] };
  const notes = new Set(outcome.content.notes);
  const accepted: LiveItem[] = [];
  for (const item of outcome.content.items) {
    const acceptance = acceptItem(item, feed, now, oldest);
    if (acceptance.note !== null) notes.add(acceptance.note);
    if ('item' in acceptance) accepted.push(acceptance.item);
  }
  return { accepted, notes: [...notes] };
}

/** The answer of a feed in which something went wrong that nobody foresaw. */
export function failed({ message }: Error): FetchOutcome {
  return { kind: 'fault', state: 'failed', detail: message, notBefore: null, serverTime: null };
}

/** By a clock that is wrong what is new would be too old, or of the future: it is asked for again when the clock is right. */
export function setAside({ feed, outcome }: Answer): Answer {
  if (outcome.kind === 'fault') return { feed, outcome };
  return { feed, outcome: { ...outcome, kind: 'fault', state: 'clock', detail: '' } };
}
