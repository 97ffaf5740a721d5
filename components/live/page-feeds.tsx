import { useState } from 'preact/hooks';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { type Failure, wordsOfFailure } from '../notice';
import { Status } from '../status';
import { useUi } from '../ui';

interface PageFeedsProps {
  /** The feeds that the page names, those that are followed left out, or why it cannot be asked. */
  readonly onAsk: () => Promise<readonly FeedChoice[] | Failure>;
  /** First thing in the click. Resolves to whether it was allowed. */
  readonly onFollow: (feeds: readonly FeedChoice[]) => Promise<boolean>;
}

/** The feeds of the page that was read: the page is asked when this is opened, and not before. */
export function PageFeeds({ onAsk, onFollow }: PageFeedsProps) {
  const ui = useUi();
  const [told, setTold] = useState<readonly FeedChoice[] | Failure | null>(null);
  const [refused, setRefused] = useState(false);
  const ask = (): void => void onAsk().then(setTold);
  const follow = (feed: FeedChoice): void => {
    void onFollow([feed]).then((granted) => {
      setRefused(!granted);
      ask();
    });
  };
  return (
    <details class="fold page-fold" id="page-feeds" onToggle={(event) => event.currentTarget.open && ask()}>
      <summary class="page-fold-head">{ui.text('pageFeeds')}</summary>
      {told !== null && 'code' in told && (
        <p class="quiet">{ui.text(told.code === 'no-access' ? 'howReadGone' : wordsOfFailure(told.code))}</p>
      )}
      {told !== null && !('code' in told) && told.length === 0 && <p class="quiet">{ui.text('outletsNone')}</p>}
      {told !== null && !('code' in told) && (
        <ul class="feeds">
          {told.map((feed) => (
            <li key={feed.address} class="feed-row">
              <div class="feed-what">
                <bdi>{feed.name}</bdi>
                <span class="report-facts">
                  <bdi class="host" dir="ltr">
                    {feed.address.replace('https://', '')}
                  </bdi>
                </span>
              </div>
              <button
                type="button"
                class="plain-button"
                data-feed={feed.address}
                aria-label={`${ui.text('followFeed')}: ${feed.name}`}
                onClick={() => follow(feed)}
              >
                {ui.text('followFeed')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Status words={refused ? ui.text('siteRefused') : ''} />
    </details>
  );
}
