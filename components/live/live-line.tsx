import type { LiveFacts } from '../../lib/match/types';
import { useUi } from '../ui';

/** How the sources stood that the reader follows, when the article was matched. */
export function LiveLine({ live }: { readonly live: LiveFacts }) {
  const ui = useUi();
  const sources = ui.count('liveSources', live.feeds + live.subscriptions);
  return (
    <section class="live-line" id="live-line">
      <p class="quiet">
        {live.readAt === null ? ui.text('liveUnread', sources) : ui.text('liveAsOf', sources, ui.moment(live.readAt))}
        {live.paused && ` ${ui.text('livePaused')}`}
      </p>
      {live.failing.length > 0 && <p class="quiet">{ui.text('liveFailing', ui.list(live.failing.slice(0, 5)))}</p>}
    </section>
  );
}
