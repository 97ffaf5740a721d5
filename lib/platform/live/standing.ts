import { type FeedNote, type FollowedFeed, isFailing } from '../../coverage/followed-feed';
import type { FeedContent } from '../../coverage/read-feed';
import { nextDue } from '../../coverage/schedule';
import { shownText } from '../../languages/shown-text';
import type { FetchOutcome } from './fetch-feed';

/** How a feed stands after it has been asked. */
export function afterReading(
  feed: FollowedFeed,
  outcome: FetchOutcome,
  notes: readonly FeedNote[],
  now: number,
  intervalMinutes: number,
): FollowedFeed {
  const stands = standingOf(feed, outcome, notes, now);
  const failures = isFailing(stands) ? feed.failures + 1 : 0;
  const dueAt = nextDue({ now, intervalMinutes, failures, notBefore: outcome.notBefore });
  return { ...stands, failures, triedAt: now, dueAt };
}

function standingOf(feed: FollowedFeed, outcome: FetchOutcome, notes: readonly FeedNote[], now: number): FollowedFeed {
  if (outcome.kind === 'unchanged') return { ...feed, state: 'ok', detail: '', readAt: now };
  if (outcome.kind === 'fault') return { ...feed, state: outcome.state, detail: outcome.detail.slice(0, 200) };
  const { content, etag, lastModified } = outcome;
  if (content.state !== 'ok') return { ...feed, state: content.state, detail: content.detail.slice(0, 200), notes };
  return {
    ...feed,
    name: feed.name === '' ? nameOf(content) : feed.name,
    state: 'ok',
    detail: '',
    notes,
    readAt: now,
    // What broke off is asked for again, whole.
    etag: notes.includes('cut-short') ? null : short(etag),
    lastModified: notes.includes('cut-short') ? null : short(lastModified),
  };
}

/** What a feed calls itself; '' where its items are of several outlets, as those of a gatherer are. */
function nameOf({ items }: FeedContent): string {
  const [name, ...others] = new Set(items.map(({ article }) => article.site));
  return others.length > 0 ? '' : shownText(name ?? '').slice(0, 300);
}

/** A header that is sent back; one of a thousand letters is none. */
function short(header: string | null): string | null {
  return header !== null && header.length <= 1000 ? header : null;
}
