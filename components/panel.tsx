import type { Findings } from '../lib/match/types';
import type { PageSummary } from './article-card';
import { countOthers } from './coverage';
import { NothingFoundNotice } from './notice';
import { type PageState, PageStateView, StatusLine } from './page-state';
import { StoryCoverage } from './story-coverage';
import { Timeline } from './timeline';
import { TopBar } from './top-bar';
import { useUi } from './ui';

interface PanelProps {
  readonly state: PageState;
  /** Languages the reader reads, most wanted first. */
  readonly readerLangs: readonly string[];
  readonly onOptions: () => void;
}

/** The side panel: who else reports the event of this page, in which language, and what came before. */
export function Panel({ state, readerLangs, onOptions }: PanelProps) {
  const counts =
    state?.status === 'read' && state.findings !== null
      ? countOthers(state.findings.sameEvent, state.page.lang, readerLangs)
      : [];
  return (
    <div class="panel" data-state={state === null ? 'unread' : state.status}>
      <TopBar onOptions={onOptions} />
      <StatusLine state={state} counts={counts} />
      <main>
        <PageStateView state={state}>
          {(page, findings) => <Coverage page={page} findings={findings} readerLangs={readerLangs} />}
        </PageStateView>
      </main>
    </div>
  );
}

interface CoverageProps {
  readonly page: PageSummary;
  readonly findings: Findings;
  readonly readerLangs: readonly string[];
}

function Coverage({ page, findings, readerLangs }: CoverageProps) {
  const ui = useUi();
  const { sameEvent, background, related, index } = findings;
  return (
    <>
      {sameEvent.length === 0 ? (
        <NothingFoundNotice index={index} />
      ) : (
        <section class="section" id="same-event">
          <h2>{ui.text('sameEvent')}</h2>
          {sameEvent.map((story) => (
            <StoryCoverage key={story.id} story={story} articleLang={page.lang} readerLangs={readerLangs} />
          ))}
        </section>
      )}
      {background.length > 0 && (
        <section class="section" id="background">
          <h2>{ui.text('background')}</h2>
          <p class="quiet">{ui.text('backgroundHelp')}</p>
          <Timeline stories={background} readerLangs={readerLangs} />
        </section>
      )}
      {related.length > 0 && (
        <section class="section" id="related">
          <details class="fold fold-section">
            <summary>
              <h2>{ui.text('related')}</h2>
              <span class="badge">{ui.number(related.length)}</span>
            </summary>
            <Timeline stories={related} readerLangs={readerLangs} />
          </details>
        </section>
      )}
    </>
  );
}
