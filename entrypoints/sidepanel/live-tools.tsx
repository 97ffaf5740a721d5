import { useEffect, useState } from 'preact/hooks';
import { LiveOffer } from '../../components/live/live-offer';
import { PageFeeds } from '../../components/live/page-feeds';
import type { Failure } from '../../components/notice';
import { useReader } from '../../components/reader';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { findActiveTab } from '../../lib/platform/active-tab';
import { askForPageFeeds } from '../../lib/platform/messages';
import { openOptions } from '../../lib/platform/panel';
import { isInPrivateWindow } from '../../lib/platform/private-window';

/** The database's code comes after the coverage is on the screen, as with saved stories. */
const offers = () => import('../../lib/platform/live/offer');
const feeds = () => import('../../lib/platform/live/feeds');

/** Sources of today's news, for a reader who follows none. */
export function Offer({ until }: { readonly until: string | null }) {
  const { languages } = useReader();
  const wanted = languages.join();
  const [offered, setOffered] = useState<readonly FeedChoice[]>([]);
  const follow = useFollow();
  useEffect(() => {
    let gone = false;
    void offers()
      .then(({ offeredFeeds }) => offeredFeeds(wanted.split(',')))
      .then((some) => {
        if (!gone) setOffered(some);
      });
    return () => {
      gone = true;
    };
  }, [wanted]);
  if (follow === null) return null;
  return <LiveOffer feeds={offered} until={until} onFollow={follow} onChoose={() => void openOptions()} />;
}

/** The feeds of the page in front. Nothing is kept from a private window. */
export function FeedsOfPage() {
  const follow = useFollow();
  if (follow === null) return null;
  return <PageFeeds onAsk={askActiveTab} onFollow={follow} />;
}

async function askActiveTab(): Promise<readonly FeedChoice[] | Failure> {
  const tab = await findActiveTab();
  if (tab === null) return { code: 'browser-page', detail: '' };
  const [reply, { listFollowed }] = await Promise.all([askForPageFeeds(tab.id), feeds()]);
  if (!reply.ok) return reply.error;
  const followed = await listFollowed();
  return reply.value.filter(({ address }) => !followed.has(address));
}

type Follow = (choices: readonly FeedChoice[]) => Promise<boolean>;

/** How to follow feeds; null in a private window, and until the code is there: loading it in the click would end the gesture. */
function useFollow(): Follow | null {
  const [follow, setFollow] = useState<Follow | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.all([feeds(), isInPrivateWindow()]).then(([{ followFeeds }, isPrivate]) => {
      if (!gone && !isPrivate) setFollow(() => followFeeds);
    });
    return () => {
      gone = true;
    };
  }, []);
  return follow;
}
