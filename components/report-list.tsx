import { directionOf } from '../lib/languages/direction';
import type { Report } from '../lib/match/types';
import { toSafeLink } from './safe-link';
import { Day, LanguageName } from './text';
import { useUi } from './ui';

interface ReportItemProps {
  readonly report: Report;
  /** Named where reports of several languages stand together. */
  readonly showLanguage?: boolean;
}

/** One outlet's report: opened by a click only, in a new tab that is not told where the reader came from. */
export function ReportItem({ report, showLanguage = false }: ReportItemProps) {
  const ui = useUi();
  const link = toSafeLink(report.url);
  const direction = directionOf(report.lang);
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
    <li class="report">
      {link === null ? (
        <span class="report-link">{name}</span>
      ) : (
        <a class="report-link" href={link.href} hreflang={report.lang} target="_blank" rel="noreferrer noopener">
          {name}
        </a>
      )}
      <span class="report-facts">
        {showLanguage && (
          <span class="tag">
            <LanguageName tag={report.lang} />
          </span>
        )}
        <span>{report.date === null ? ui.text('noDate') : <Day iso={report.date} />}</span>
        {link !== null && (
          <bdi class="host" dir="ltr">
            {link.host}
          </bdi>
        )}
      </span>
    </li>
  );
}

/** How many reports are seen at once; the rest is folded. */
const SHOWN = 4;

/** Reports one below the other, a long list folded after the first few. */
export function ReportList({
  reports,
  showLanguage = false,
}: {
  readonly reports: readonly Report[];
  readonly showLanguage?: boolean;
}) {
  const ui = useUi();
  // One left over would cost as much room folded as shown.
  const shown = reports.length <= SHOWN + 1 ? reports.length : SHOWN;
  const item = (report: Report) => <ReportItem key={report.url} report={report} showLanguage={showLanguage} />;
  return (
    <>
      <ul class="reports">{reports.slice(0, shown).map(item)}</ul>
      {shown < reports.length && (
        <details class="fold">
          <summary>{ui.count('moreReports', reports.length - shown)}</summary>
          <ul class="reports">{reports.slice(shown).map(item)}</ul>
        </details>
      )}
    </>
  );
}
