import { useEffect, useState } from 'preact/hooks';
import { type LiveContents, LiveSection } from '../../components/live/live-section';
import { Subscriptions } from '../../components/live/subscriptions';
import type { Feed } from '../../lib/coverage/catalogue';
import { feedAddress } from '../../lib/coverage/followed-feed';
import { type LiveChoices, readLiveChoices } from '../../lib/coverage/live-choices';
import type { StorageFailure } from '../../lib/library/storage-failure';
import { loadCatalogue } from '../../lib/platform/live/catalogue';
import { changeLiveChoices, watchLiveChoices } from '../../lib/platform/live/choices';
import { tellsDataSaving } from '../../lib/platform/live/conditions';
import { exportFeeds, importFeeds } from '../../lib/platform/live/feed-files';
import {
  allowFeed,
  followFeeds,
  moveFeed,
  type ShownFeed,
  unfollowFeeds,
  watchFeeds,
} from '../../lib/platform/live/feeds';
import { findNewAddress } from '../../lib/platform/live/find-new-address';
import { watchLiveFailure } from '../../lib/platform/live/live-failure';
import {
  type ShownSubscription,
  subscribe,
  unsubscribe,
  watchSubscriptions,
} from '../../lib/platform/live/subscriptions';
import { askToReadFeeds } from '../../lib/platform/messages';

interface LiveToolsProps {
  readonly languages: readonly string[];
  /** Told whether any feed or index is followed. */
  readonly onFollows: (follows: boolean) => void;
}

const NOTHING: LiveContents = { items: 0, from: null, to: null };

/** The section of today's news, with all that it asks of the browser. */
export function LiveTools({ languages, onFollows }: LiveToolsProps) {
  const [feeds, setFeeds] = useState<readonly ShownFeed[]>([]);
  const [contents, setContents] = useState(NOTHING);
  const [choices, setChoices] = useState<LiveChoices>(readLiveChoices(null));
  const [catalogue, setCatalogue] = useState<readonly Feed[]>([]);
  const [indexes, setIndexes] = useState<readonly ShownSubscription[]>([]);
  const [failure, setFailure] = useState<StorageFailure | null>(null);
  useEffect(() => {
    void loadCatalogue().then(setCatalogue);
    const stops = [
      watchFeeds((shown, held) => {
        setFeeds(shown);
        setContents(held);
      }),
      watchSubscriptions(setIndexes),
      watchLiveChoices(setChoices),
      watchLiveFailure(setFailure),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const follows = feeds.length + indexes.length > 0;
  useEffect(() => onFollows(follows), [follows]);
  return (
    <LiveSection
      feeds={feeds}
      contents={contents}
      choices={choices}
      catalogue={catalogue}
      languages={languages}
      failure={failure}
      tellsSaving={tellsDataSaving()}
      actions={{
        onAllow: (feed) => void allowFeed(feed),
        onRemove: ({ address }) => void unfollowFeeds([address]),
        onFind: ({ address }) => findNewAddress(address),
        onMove: (feed, address) => void moveFeed(feed, address),
      }}
      onFollow={followFeeds}
      onChoices={(change) => void changeLiveChoices(change)}
      onReadNow={() => askToReadFeeds('all')}
      onImport={importFeeds}
      onExport={() => exportFeeds(feeds)}
      subscriptions={
        <Subscriptions
          subscriptions={indexes}
          toAddress={feedAddress}
          onSubscribe={subscribe}
          onUnsubscribe={(address) => void unsubscribe(address)}
        />
      }
      toAddress={feedAddress}
    />
  );
}
