import type { LiveFacts } from '../../lib/match/types';
import { useUi } from '../ui';

/** So many sources that could not be read are named. */
const NAMED = 5;

/** How the sources stood that the reader follows, when the article was matched. */
export function LiveLine({ live }: { readonly live: LiveFacts }) {
  const ui = useUi();
  const { failing } = live;
  const more = failing.length - NAMED;
  const sources = ui.count('liveSources', live.feeds + live.subscriptions);
  return (
    <section class="live-line" id="live-line">
      <p class="quiet">
        {live.readAt === null ? ui.text('liveUnread', sources) : ui.text('liveAsOf', sources, ui.moment(live.readAt))}
        {live.paused && ` ${ui.text('livePaused')}`}
      </p>
      {failing.length > 0 && (
        <p class="quiet">
          {ui.text(
            'liveFailing',
            ui.list([...failing.slice(0, NAMED), ...(more > 0 ? [ui.count('moreSources', more)] : [])]),
          )}
        </p>
      )}
    </section>
  );
}
