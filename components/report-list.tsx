import { directionOf } from '../lib/languages/direction';
import type { Report, ReportOrigin } from '../lib/match/types';
import { LazyFold } from './lazy-fold';
import { ReportMenu } from './report-menu';
import { toSafeLink } from './safe-link';
import { Day, LanguageName } from './text';
import { timeApart } from './time-apart';
import { Translated } from './translated';
import { type MessageKey, type Ui, useUi } from './ui';
import { ReportWhy } from './why';

/** What is done with reports beside an article. */
export interface ReportTools {
  /** ISO date of the article that is open; null where it has none. */
  readonly articleDate: string | null;
  /** Addresses of the reports chosen to be compared. */
  readonly chosen: readonly string[];
  readonly onChoose: (url: string, chosen: boolean) => void;
  /** Told of a report whose outlet is about to be hidden or moved. */
  readonly onArrange: (report: Report) => void;
  /** Whether reports of the bundled index stand beside others: then it is said of them, too. */
  readonly mixed: boolean;
}

interface ReportItemProps {
  readonly report: Report;
  /** Named where reports of several languages stand together. */
  readonly showLanguage?: boolean;
  /** Whether its evidence is there to be opened. */
  readonly withEvidence?: boolean;
  readonly tools?: ReportTools | undefined;
}

/** One outlet's report: opened by a click only, in a new tab that is not told where the reader came from. */
export function ReportItem({ report, showLanguage = false, withEvidence = false, tools }: ReportItemProps) {
  const ui = useUi();
  const link = toSafeLink(report.url);
  const direction = directionOf(report.lang);
  const apart = tools === undefined ? null : whenBeside(ui, report.date, tools.articleDate);
  const name = (
    <>
      {report.headline !== null && (
        <span class="headline" lang={report.lang} dir={direction}>
          {report.headline}
        </span>
      )}
      <bdi class="outlet">{report.outlet}</bdi>
    </>
  );
  return (
    <li class="report" data-url={report.url}>
      <div class="report-line">
        {link === null ? (
          <span class="report-link">{name}</span>
        ) : (
          <a class="report-link" href={link.href} hreflang={report.lang} target="_blank" rel="noreferrer noopener">
            {name}
          </a>
        )}
        {tools !== undefined && link !== null && (
          <ReportMenu
            report={report}
            chosen={tools.chosen.includes(report.url)}
            onChoose={tools.onChoose}
            onArrange={tools.onArrange}
          />
        )}
      </div>
      {report.headline !== null && <Translated form={{ lang: report.lang, text: report.headline }} />}
      <span class="report-facts">
        {showLanguage && (
          <span class="tag">
            <LanguageName tag={report.lang} />
          </span>
        )}
        <Origin report={report} mixed={tools?.mixed ?? false} />
        <span>{report.date === null ? ui.text('noDate') : <Day iso={report.date} />}</span>
        {apart !== null && <span class="apart">{apart}</span>}
        {link !== null && (
          <bdi class="host" dir="ltr">
            {link.host}
          </bdi>
        )}
      </span>
      {withEvidence && report.evidence && <ReportWhy evidence={report.evidence} lang={report.lang} />}
    </li>
  );
}

const ORIGIN_WORDS: Readonly<Record<ReportOrigin, MessageKey>> = {
  feed: 'originFeed',
  subscribed: 'originSubscribed',
  saved: 'originSaved',
};

interface OriginProps {
  readonly report: Report;
  readonly mixed: boolean;
}

/** Where a report is known from, and that its headline alone was compared. */
function Origin({ report: { origin, headlineOnly }, mixed }: OriginProps) {
  const ui = useUi();
  return (
    <>
      {(origin !== undefined || mixed) && (
        <span class="tag" data-origin={origin ?? 'bundled'}>
          {ui.text(origin === undefined ? 'originBundled' : ORIGIN_WORDS[origin])}
        </span>
      )}
      {headlineOnly && (
        // What that means is said below all reports, where no pointer is needed to read it.
        <span class="tag">{ui.text('headlineOnly')}</span>
      )}
    </>
  );
}

/** How long before or after the article, in words. */
function whenBeside(ui: Ui, report: string | null, article: string | null): string | null {
  const apart = timeApart(report, article);
  if (apart === null) return null;
  if (apart.count === 0) return ui.text('sameDay');
  if (apart.unit === 'days') return ui.count(apart.before ? 'daysBefore' : 'daysAfter', apart.count);
  return ui.count(apart.before ? 'hoursBefore' : 'hoursAfter', apart.count);
}

/** How many reports are seen at once; the rest is folded. */
const SHOWN = 4;

interface ReportListProps {
  readonly reports: readonly Report[];
  readonly showLanguage?: boolean;
  readonly tools?: ReportTools | undefined;
}

/** Reports one below the other, a long list folded after the first few. */
export function ReportList({ reports, showLanguage = false, tools }: ReportListProps) {
  const ui = useUi();
  // One left over would cost as much room folded as shown.
  const shown = reports.length <= SHOWN + 1 ? reports.length : SHOWN;
  const item = (report: Report) => (
    <ReportItem key={report.url} report={report} showLanguage={showLanguage} withEvidence tools={tools} />
  );
  return (
    <>
      <ul class="reports">{reports.slice(0, shown).map(item)}</ul>
      {shown < reports.length && (
        <LazyFold summary={ui.count('moreReports', reports.length - shown)}>
          {() => <ul class="reports">{reports.slice(shown).map(item)}</ul>}
        </LazyFold>
      )}
    </>
  );
}
