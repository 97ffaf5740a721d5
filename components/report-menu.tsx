import type { Report } from '../lib/match/types';
import { useReader } from './reader';
import { useUi } from './ui';

interface ReportMenuProps {
  readonly report: Report;
  readonly chosen: boolean;
  readonly onChoose: (url: string, chosen: boolean) => void;
}

/** What can be done with a report and its outlet, behind three dots. */
export function ReportMenu({ report, chosen, onChoose }: ReportMenuProps) {
  const ui = useUi();
  const { preferredOutlets, onHideOutlet, onPreferOutlet } = useReader();
  const { outlet, url } = report;
  const preferred = preferredOutlets.includes(outlet);
  return (
    <details class="menu">
      <summary aria-label={ui.text('outletMenu', outlet)}>⋯</summary>
      <div class="menu-items">
        <label class="menu-item">
          <input type="checkbox" checked={chosen} onChange={(event) => onChoose(url, event.currentTarget.checked)} />{' '}
          {ui.text('compare')}
        </label>
        <button type="button" class="menu-item" onClick={() => onPreferOutlet(outlet, !preferred)}>
          {ui.text(preferred ? 'unpreferOutlet' : 'preferOutlet')}
        </button>
        <button type="button" class="menu-item" onClick={() => onHideOutlet(outlet)}>
          {ui.text('hideOutlet')}
        </button>
      </div>
    </details>
  );
}
