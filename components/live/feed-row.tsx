import { useState } from 'preact/hooks';
import type { FeedNote, FeedState, FollowedFeed } from '../../lib/coverage/followed-feed';
import { LanguageName } from '../text';
import { type MessageKey, type Ui, useUi } from '../ui';
import { FETCH_WORDS } from './fetch-words';

/** A feed as it is listed. */
export interface ListedFeed extends FollowedFeed {
  /** Whether the browser lets it be read. */
  readonly granted: boolean;
}

/** What can be done with a feed. */
export interface FeedActions {
  /** First thing in the click: the browser asks for the feed's origin. */
  readonly onAllow: (feed: ListedFeed) => void;
  readonly onRemove: (feed: ListedFeed) => void;
  /** Makes the one request that follows where a feed has moved; null where it leads nowhere. */
  readonly onFind: (feed: ListedFeed) => Promise<string | null>;
  /** Follows a feed at its new address. First thing in the click, too. */
  readonly onMove: (feed: ListedFeed, address: string) => void;
}

const STATE_WORDS: Readonly<Record<FeedState, MessageKey>> = {
  ...FETCH_WORDS,
  'not-a-feed': 'feedNotAFeed',
  'no-items': 'feedNoItems',
  clock: 'feedClock',
  failed: 'feedUnreachable',
};

const NOTE_WORDS: Readonly<Record<FeedNote, MessageKey>> = {
  'too-large': 'noteTooLarge',
  'too-many': 'noteTooLarge',
  'cut-short': 'noteCutShort',
  'broken-items': 'noteBrokenItems',
  encoding: 'noteEncoding',
  entities: 'noteEntities',
  future: 'noteFuture',
};

/** How a feed stands, in words. */
function wordsOf(ui: Ui, { granted, state, detail, readAt }: ListedFeed): string {
  if (!granted) return ui.text('feedNotAllowed');
  if (state === 'ok' && readAt !== null) return ui.text('feedOk', ui.moment(new Date(readAt).toISOString()));
  return ui.text(STATE_WORDS[state], detail);
}

/** One feed: what it is, how it stands, what can be done about it. */
export function FeedRow({ feed, actions }: { readonly feed: ListedFeed; readonly actions: FeedActions }) {
  const ui = useUi();
  const { address, name, lang, state, granted, notes } = feed;
  const { host } = new URL(address);
  const shown = name || host;
  const odd = [...new Set(notes.map((note) => NOTE_WORDS[note]))];
  const button = (id: string, text: string, onClick: () => void) => (
    <button type="button" class="plain-button" data-do={id} aria-label={`${text}: ${shown}`} onClick={onClick}>
      {text}
    </button>
  );
  return (
    <li class="feed-row" data-state={granted ? state : 'not-allowed'} data-feed={address}>
      <div class="feed-what">
        <bdi>{shown}</bdi>
        <span class="report-facts">
          {lang !== null && (
            <span class="tag">
              <LanguageName tag={lang} />
            </span>
          )}
          <bdi class="host" dir="ltr">
            {host}
          </bdi>
          <span class="feed-state">{wordsOf(ui, feed)}</span>
          {odd.map((key) => (
            <span key={key}>{ui.text(key)}</span>
          ))}
        </span>
      </div>
      {!granted && button('allow', ui.text('feedAllow'), () => actions.onAllow(feed))}
      {granted && state === 'moved' && <FindMoved feed={feed} actions={actions} />}
      {button('remove', ui.text('remove'), () => actions.onRemove(feed))}
    </li>
  );
}

/** The browser hides where a feed has moved to: found at a click, followed at another. */
function FindMoved({ feed, actions }: { readonly feed: ListedFeed; readonly actions: FeedActions }) {
  const ui = useUi();
  const [found, setFound] = useState<string | null | undefined>(undefined);
  if (found === undefined) {
    return (
      <button
        type="button"
        class="plain-button"
        data-do="find"
        aria-label={`${ui.text('feedFind')}: ${feed.name || new URL(feed.address).host}`}
        onClick={() => void actions.onFind(feed).then(setFound)}
      >
        {ui.text('feedFind')}
      </button>
    );
  }
  if (found === null) {
    return (
      <span class="quiet">
        {ui.text('feedOpenMoved')}{' '}
        <a href={feed.address} target="_blank" rel="noreferrer noopener" dir="ltr">
          {new URL(feed.address).host}
        </a>
      </span>
    );
  }
  return (
    <button type="button" class="plain-button" data-do="move" onClick={() => actions.onMove(feed, found)}>
      {ui.text('feedMove')} <bdi dir="ltr">{new URL(found).host}</bdi>
    </button>
  );
}
