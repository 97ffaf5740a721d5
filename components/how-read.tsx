import { useState } from 'preact/hooks';
import type { TraceEntry } from '../lib/article/types';
import { useUi } from './ui';

interface HowReadProps {
  readonly lang: string;
  /** What was taken out of the page's text and put in; null where the page can no longer be read. */
  readonly onTrace: () => Promise<readonly TraceEntry[] | null>;
}

/** How a page was read: asked of the page again when it is opened, and not before. */
export function HowRead({ lang, onTrace }: HowReadProps) {
  const ui = useUi();
  const [entries, setEntries] = useState<readonly TraceEntry[] | null | undefined>(undefined);
  const ask = (open: boolean): void => {
    if (open) void onTrace().then(setEntries);
    else setEntries(undefined);
  };
  return (
    <details class="fold how-read" onToggle={(event) => ask(event.currentTarget.open)}>
      <summary class="how-read-head">{ui.text('howRead')}</summary>
      {entries === undefined && <p class="quiet">{ui.text('reading')}</p>}
      {entries === null && <p class="quiet">{ui.text('howReadGone')}</p>}
      {entries?.length === 0 && <p class="quiet">{ui.text('howReadNothing')}</p>}
      {entries && entries.length > 0 && (
        <ul class="trace">
          {entries.map(({ action, rule, text }, at) => (
            <li class="trace-entry" key={at}>
              <span class="tag">{ui.text(action === 'added' ? 'traceAdded' : 'traceRemoved')}</span> <code>{rule}</code>{' '}
              <bdi lang={lang}>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
