import type { ComponentChildren } from 'preact';
import type { PageSummary } from '../lib/article/types';
import type { Findings, FoundStory } from '../lib/match/types';
import { withoutHidden } from './coverage';
import { HowRead, type OnTrace } from './how-read';
import { LiveLine } from './live/live-line';
import { type NotStored, NotStoredNotice } from './not-stored';
import { NothingFoundNotice } from './notice';
import { overviewOf } from './overview';
import { type PageState, PageStateView, StatusLine, stateName } from './page-state';
import { useReader } from './reader';
import { StoryCoverage } from './story-coverage';
import { Timeline } from './timeline';
import { TopBar } from './top-bar';
import { useUi } from './ui';

interface PanelProps {
  readonly state: PageState;
  /** The key that reads the page, as the browser writes it; '' where none is set. */
  readonly shortcut?: string;
  /** Whether the panel stands in a private window, where nothing is kept. */
  readonly isPrivate?: boolean;
  readonly notStored?: NotStored | null;
  readonly onOptions: () => void;
  readonly onLibrary: () => void;
  /** What can be done with a story of the page: saved, copied, exported. */
  readonly actionsFor: (story: FoundStory, page: PageSummary) => ComponentChildren;
  readonly onTrace: OnTrace;
  /** Offers sources of today's news beyond the last day of the bundled index, to a reader who follows none. */
  readonly offerAfter?: (lastDay: string | null) => ComponentChildren;
  /** The feeds that the page names, to be followed. */
  readonly pageFeeds?: ComponentChildren;
}

/** The side panel: who else reports the event of this page, in which language, and what came before. */
export function Panel(props: PanelProps) {
  const {
    state,
    shortcut = '',
    isPrivate = false,
    notStored = null,
    onOptions,
    onLibrary,
    actionsFor,
    onTrace,
    offerAfter,
    pageFeeds,
  } = props;
  const ui = useUi();
  const reader = useReader();
  return (
    <div class="panel" data-state={stateName(state)}>
      <TopBar onOptions={onOptions} onLibrary={onLibrary} />
      <StatusLine state={state} overview={overviewOf(state, reader)} />
      <NotStoredNotice notStored={notStored} />
      <main>
        <PageStateView state={state} shortcut={shortcut}>
          {(page, findings) => (
            <>
              {isPrivate && <p class="quiet private">{ui.text('privateWindow')}</p>}
              <Coverage page={page} findings={findings} actionsFor={actionsFor} offerAfter={offerAfter} />
              {pageFeeds}
              <HowRead key={`${page.url} ${page.title}`} lang={page.lang} onTrace={onTrace} />
            </>
          )}
        </PageStateView>
      </main>
    </div>
  );
}

interface CoverageProps extends Pick<PanelProps, 'actionsFor'> {
  readonly offerAfter: PanelProps['offerAfter'] | undefined;
  readonly page: PageSummary;
  readonly findings: Findings;
}

function Coverage({ page, findings, actionsFor, offerAfter }: CoverageProps) {
  const ui = useUi();
  const { languages, hiddenOutlets } = useReader();
  const { sameEvent, index } = findings;
  const [shown, background, related] = [
    withoutHidden(sameEvent, hiddenOutlets),
    withoutHidden(findings.background, hiddenOutlets),
    withoutHidden(findings.related, hiddenOutlets),
  ];
  const known = sameEvent.some(({ coverage }) => coverage.length > 0);
  return (
    <>
      {sameEvent.length === 0 ? (
        <NothingFoundNotice index={index} />
      ) : (
        <section class="section" id="same-event">
          <h2>{ui.text(known ? 'sameEvent' : 'knownEvent')}</h2>
          {shown.map((story, at) => (
            <StoryCoverage
              key={story.id}
              story={story}
              page={page}
              unfiltered={sameEvent[at] ?? story}
              // What is kept is the whole coverage, whatever is hidden today.
              actions={actionsFor(sameEvent[at] ?? story, page)}
            />
          ))}
        </section>
      )}
      {findings.live !== undefined && <LiveLine live={findings.live} />}
      {background.length > 0 && (
        <section class="section" id="background">
          <h2>{ui.text('background')}</h2>
          <p class="quiet">{ui.text('backgroundHelp')}</p>
          <Timeline stories={background} readerLangs={languages} />
        </section>
      )}
      {related.length > 0 && (
        <section class="section" id="related">
          <details class="fold fold-section">
            <summary>
              <h2>{ui.text('related')}</h2>
              <span class="badge">{ui.number(related.length)}</span>
            </summary>
            <Timeline stories={related} readerLangs={languages} />
          </details>
        </section>
      )}
      {sameEvent.length === 0 && offerAfter?.(index.to)}
    </>
  );
}
