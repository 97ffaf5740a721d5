import { useState } from 'preact/hooks';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { Status } from '../status';
import { useUi } from '../ui';

export interface LiveOfferProps {
  /** Feeds in the reader's languages, a few of each. */
  readonly feeds: readonly FeedChoice[];
  /** The last day that the bundled index knows; null where that is not known. */
  readonly until: string | null;
  /** First thing in the click: the browser asks once for all of them. Resolves to whether it was allowed. */
  readonly onFollow: (feeds: readonly FeedChoice[]) => Promise<boolean>;
  readonly onChoose: () => void;
}

/** Sources of today's news in one step, where the bundled index ends. Refusing is fine, and nothing is asked again. */
export function LiveOffer({ feeds, until, onFollow, onChoose }: LiveOfferProps) {
  const ui = useUi();
  const [outcome, setOutcome] = useState<'none' | 'followed' | 'refused'>('none');
  if (feeds.length === 0) return null;
  if (outcome === 'followed') return <Status words={ui.text('offerDone')} />;
  return (
    <section class="notice live-offer" id="live-offer">
      <h2>{ui.text('liveTitle')}</h2>
      {until !== null && <p>{ui.text('offerUntil', ui.date(until))}</p>}
      <p>{ui.text('offerHelp')}</p>
      <details class="fold">
        <summary>{ui.count('outlets', feeds.length)}</summary>
        <p>{ui.list(feeds.map(({ name }) => name))}</p>
      </details>
      <button
        type="button"
        class="main-button"
        id="follow-offered"
        onClick={() => void onFollow(feeds).then((granted) => setOutcome(granted ? 'followed' : 'refused'))}
      >
        {ui.count('followFeeds', feeds.length)}
      </button>
      <p class="quiet">{ui.text('livePrompt')}</p>
      <p class="quiet">{ui.text('offerWhen')}</p>
      <button type="button" class="quiet-button" id="choose-feeds" onClick={onChoose}>
        {ui.text('liveChoose')}
      </button>
      <Status words={outcome === 'refused' ? ui.text('siteRefused') : ''} />
    </section>
  );
}
