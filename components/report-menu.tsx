import type { Report } from '../lib/match/types';
import { Menu } from './menu';
import { useReader } from './reader';
import { useUi } from './ui';

interface ReportMenuProps {
  readonly report: Report;
  readonly chosen: boolean;
  readonly onChoose: (url: string, chosen: boolean) => void;
  /** Told before the reports are arranged anew. */
  readonly onArrange: (report: Report) => void;
}

/** What can be done with a report and its outlet, behind three dots. */
export function ReportMenu({ report, chosen, onChoose, onArrange }: ReportMenuProps) {
  const ui = useUi();
  const { preferredOutlets, outlets } = useReader();
  const { outlet, url } = report;
  const preferred = preferredOutlets.includes(outlet);
  const arrange = (change: () => void) => () => {
    onArrange(report);
    change();
  };
  return (
    <Menu summary={<summary aria-label={ui.text('outletMenu', outlet)}>⋯</summary>}>
      {(choose) => (
        <>
          <label class="menu-item">
            <input type="checkbox" checked={chosen} onChange={choose(() => onChoose(url, !chosen))} />{' '}
            {ui.text('compareChoose')}
          </label>
          {outlets !== null && (
            <>
              <button
                type="button"
                class="menu-item"
                onClick={choose(arrange(() => outlets.onPrefer(outlet, !preferred)))}
              >
                {ui.text(preferred ? 'unpreferOutlet' : 'preferOutlet')}
              </button>
              <button type="button" class="menu-item" onClick={choose(arrange(() => outlets.onHide(outlet)))}>
                {ui.text('hideOutlet')}
              </button>
            </>
          )}
        </>
      )}
    </Menu>
  );
}
