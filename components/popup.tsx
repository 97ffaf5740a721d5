import type { Findings } from '../lib/match/types';
import type { PageSummary } from './article-card';
import { bestReports, groupCoverage } from './coverage';
import { NothingFoundNotice } from './notice';
import { type PageState, PageStateView, StatusLine } from './page-state';
import { countOthers } from './panel';
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
}

/** The toolbar popup: what was read, what was found at a glance, and the way to the panel. */
export function Popup({ state, readerLangs, onPanel, onOptions }: PopupProps) {
  const ui = useUi();
  const findings = state?.status === 'read' ? state.findings : null;
  const counts =
    state?.status === 'read' && findings !== null
      ? countOthers(findings.sameEvent, state.page.lang, readerLangs)
      : { reports: 0, languages: 0 };
  return (
    <div class="popup" data-state={state === null ? 'unread' : state.status}>
      <TopBar onOptions={onOptions} />
      <StatusLine state={state} {...counts} />
      <main>
        <PageStateView state={state}>
          {(page, found) => <Glance page={page} findings={found} readerLangs={readerLangs} {...counts} />}
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
  readonly reports: number;
  readonly languages: number;
}

/** The best story's reports, counted by language, with two of them to open at once. */
function Glance({ page, findings, readerLangs, reports, languages }: GlanceProps) {
  const ui = useUi();
  const [best] = findings.sameEvent;
  if (best === undefined) return <NothingFoundNotice index={findings.index} />;
  const { others } = groupCoverage(best, page.lang, readerLangs);
  return (
    <section class="glance" data-story={best.id}>
      <h2 class="found">{ui.text('foundSummary', ui.count('reports', reports), ui.count('languages', languages))}</h2>
      <p class="confidence">{confidenceIn(ui, best.score)}</p>
      <ul class="counts">
        {others.map((group) => (
          <li class="count" key={group.lang} data-lang={group.lang}>
            <LanguageName tag={group.lang} /> <span class="badge">{ui.number(group.reports.length)}</span>
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
