import type { PageSummary } from '../lib/article/types';
import type { Findings } from '../lib/match/types';
import { confidenceIn } from './confidence';
import { bestReports, groupCoverage, withoutHidden } from './coverage';
import { type NotStored, NotStoredNotice } from './not-stored';
import { NothingFoundNotice } from './notice';
import { type Overview, overviewInWords, overviewOf } from './overview';
import { type PageState, PageStateView, StatusLine, stateName } from './page-state';
import { useReader } from './reader';
import { ReportItem } from './report-list';
import { type SiteChoice, SiteRow } from './site-row';
import { LanguageName } from './text';
import { Timeline } from './timeline';
import { TopBar } from './top-bar';
import { useUi } from './ui';

interface PopupProps {
  readonly state: PageState;
  /** Null where the page is of no site that could be turned on. */
  readonly site: SiteChoice | null;
  readonly notStored?: NotStored | null;
  readonly onSiteOn: () => void;
  readonly onSiteOff: () => void;
  readonly onPanel: () => void;
  readonly onOptions: () => void;
  readonly onLibrary: () => void;
}

/** The toolbar popup: what was read, what was found at a glance, and the way to the panel. */
export function Popup(props: PopupProps) {
  const { state, site, notStored = null, onSiteOn, onSiteOff, onPanel, onOptions, onLibrary } = props;
  const ui = useUi();
  const overview = overviewOf(state, useReader());
  const findings = state?.status === 'read' ? state.findings : null;
  // A page that could not be read is no reason to read its whole site.
  const siteShown = site !== null && (site.on || state?.status === 'read');
  return (
    <div class="popup" data-state={stateName(state)}>
      <TopBar onOptions={onOptions} onLibrary={onLibrary} />
      <StatusLine state={state} overview={overview} />
      <NotStoredNotice notStored={notStored} />
      <main>
        <PageStateView state={state}>
          {(page, found) => <Glance page={page} findings={found} overview={overview} />}
        </PageStateView>
      </main>
      {(findings !== null || siteShown) && (
        <footer class="popup-foot">
          {findings !== null && (
            <button type="button" class="main-button" id="open-panel" onClick={onPanel}>
              {ui.text('openPanel')}
            </button>
          )}
          {siteShown && <SiteRow site={site} onTurnOn={onSiteOn} onTurnOff={onSiteOff} />}
        </footer>
      )}
    </div>
  );
}

interface GlanceProps {
  readonly page: PageSummary;
  readonly findings: Findings;
  readonly overview: Overview;
}

/** Nobody else is known to report the event; the last one before it may be, and is then shown in the place of what the index covers. */
function NothingYet({ findings }: { readonly findings: Findings }) {
  const ui = useUi();
  const { languages, hiddenOutlets } = useReader();
  const before = withoutHidden(findings.background, hiddenOutlets).slice(0, 1);
  return (
    <>
      <NothingFoundNotice index={findings.index} brief={before.length > 0} />
      {before.length > 0 && (
        <section class="section" id="background">
          <h2>{ui.text('background')}</h2>
          <Timeline stories={before} readerLangs={languages} />
        </section>
      )}
    </>
  );
}

/** Reports counted by language, with two of the best story's to open at once. */
function Glance({ page, findings, overview }: GlanceProps) {
  const ui = useUi();
  const { languages, hiddenOutlets, preferredOutlets } = useReader();
  const [best] = withoutHidden(findings.sameEvent, hiddenOutlets);
  if (best === undefined) return <NothingYet findings={findings} />;
  const { counts, hidden } = overview;
  const { others } = groupCoverage(best, page.lang, languages, preferredOutlets);
  return (
    <section class="glance" data-story={best.id}>
      <h2 class="found">{overviewInWords(ui, overview)}</h2>
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
      {hidden > 0 && counts.length > 0 && <p class="quiet">{ui.count('hiddenReports', hidden)}</p>}
    </section>
  );
}
