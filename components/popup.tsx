import type { Findings } from '../lib/match/types';
import type { PageSummary } from './article-card';
import { bestReports, countOthers, groupCoverage, type LanguageCount } from './coverage';
import { NothingFoundNotice } from './notice';
import { type PageState, PageStateView, StatusLine, summaryOf } from './page-state';
import { ReportItem } from './report-list';
import { confidenceIn } from './story-coverage';
import { LanguageName } from './text';
import { TopBar } from './top-bar';
import { useUi } from './ui';

interface PopupProps {
  readonly state: PageState;
  readonly readerLangs: readonly string[];
  readonly onPanel: () => void;
  readonly onOptions: () => void;
  readonly onLibrary: () => void;
}

/** The toolbar popup: what was read, what was found at a glance, and the way to the panel. */
export function Popup({ state, readerLangs, onPanel, onOptions, onLibrary }: PopupProps) {
  const ui = useUi();
  const findings = state?.status === 'read' ? state.findings : null;
  const counts =
    state?.status === 'read' && findings !== null ? countOthers(findings.sameEvent, state.page.lang, readerLangs) : [];
  return (
    <div class="popup" data-state={state === null ? 'unread' : state.status}>
      <TopBar onOptions={onOptions} onLibrary={onLibrary} />
      <StatusLine state={state} counts={counts} />
      <main>
        <PageStateView state={state}>
          {(page, found) => <Glance page={page} findings={found} readerLangs={readerLangs} counts={counts} />}
        </PageStateView>
      </main>
      {findings !== null && (
        <footer class="popup-foot">
          <button type="button" class="main-button" id="open-panel" onClick={onPanel}>
            {ui.text('openPanel')}
          </button>
        </footer>
      )}
    </div>
  );
}

interface GlanceProps {
  readonly page: PageSummary;
  readonly findings: Findings;
  readonly readerLangs: readonly string[];
  readonly counts: readonly LanguageCount[];
}

/** Reports counted by language, with two of the best story's to open at once. */
function Glance({ page, findings, readerLangs, counts }: GlanceProps) {
  const ui = useUi();
  const [best] = findings.sameEvent;
  if (best === undefined) return <NothingFoundNotice index={findings.index} />;
  const { others } = groupCoverage(best, page.lang, readerLangs);
  return (
    <section class="glance" data-story={best.id}>
      <h2 class="found">{summaryOf(ui, counts)}</h2>
      <p class="confidence">{confidenceIn(ui, best.score)}</p>
      <ul class="counts">
        {counts.map((count) => (
          <li class="count" key={count.lang} data-lang={count.lang}>
            <LanguageName tag={count.lang} /> <span class="badge">{ui.number(count.reports)}</span>
          </li>
        ))}
      </ul>
      <ul class="reports">
        {bestReports(others, 2).map(({ report }) => (
          <ReportItem key={report.url} report={report} showLanguage />
        ))}
      </ul>
    </section>
  );
}
