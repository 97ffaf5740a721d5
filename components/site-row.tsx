import { isolate } from './isolate';
import { useUi } from './ui';

/** The site of the page, and whether its articles are read without a click. */
export interface SiteChoice {
  readonly host: string;
  readonly on: boolean;
  /** Whether the reader has just been asked by the browser and did not allow it. */
  readonly refused: boolean;
}

interface SiteRowProps {
  readonly site: SiteChoice;
  readonly onTurnOn: () => void;
  readonly onTurnOff: () => void;
}

/** Turns reading without a click on or off for the site of the page. */
export function SiteRow({ site, onTurnOn, onTurnOff }: SiteRowProps) {
  const ui = useUi();
  const host = isolate(site.host);
  return (
    <div class="site-row" data-site={site.on ? 'on' : 'off'}>
      {site.on && <p>{ui.text('siteIsAlways', host)}</p>}
      {/* One button for both, so that it keeps the focus of a keyboard. */}
      <button
        type="button"
        class={site.on ? 'quiet-button' : 'plain-button'}
        id={site.on ? 'site-off' : 'site-on'}
        aria-describedby={site.on ? undefined : 'site-help'}
        onClick={site.on ? onTurnOff : onTurnOn}
      >
        {ui.text(site.on ? 'siteOff' : 'siteAlways')}
      </button>
      {!site.on && (
        // Once refused, the refusal stands in its place: the popup has little room.
        <p class="quiet" id="site-help" hidden={site.refused}>
          {ui.text('siteAlwaysHelp', host)}
        </p>
      )}
      <p class="site-refused" role="status">
        {site.refused && !site.on && ui.text('siteRefused')}
      </p>
    </div>
  );
}
