import { useState } from 'preact/hooks';
import type { TraceEntry } from '../lib/article/types';
import { type Failure, wordsOfFailure } from './notice';
import { traceReason } from './trace-reasons';
import { useUi } from './ui';

/** Says what was taken out of the page's text and put in, or why it cannot be told. */
export type OnTrace = () => Promise<readonly TraceEntry[] | Failure>;

interface HowReadProps {
  readonly lang: string;
  readonly onTrace: OnTrace;
}

/** How a page was read: asked of the page again when it is opened, and not before. */
export function HowRead({ lang, onTrace }: HowReadProps) {
  const ui = useUi();
  const [told, setTold] = useState<readonly TraceEntry[] | Failure | null>(null);
  const ask = (open: boolean): void => {
    if (open) void onTrace().then(setTold);
    else setTold(null);
  };
  return (
    <details class="fold page-fold how-read" onToggle={(event) => ask(event.currentTarget.open)}>
      <summary class="page-fold-head">{ui.text('howRead')}</summary>
      {told === null && <p class="quiet">{ui.text('reading')}</p>}
      {told !== null && 'code' in told && (
        <p class="quiet">{ui.text(told.code === 'no-access' ? 'howReadGone' : wordsOfFailure(told.code))}</p>
      )}
      {told !== null && !('code' in told) && <Entries entries={told} lang={lang} />}
    </details>
  );
}

function Entries({ entries, lang }: { readonly entries: readonly TraceEntry[]; readonly lang: string }) {
  const ui = useUi();
  if (entries.length === 0) return <p class="quiet">{ui.text('howReadNothing')}</p>;
  return (
    <ul class="trace">
      {byRule(entries).map(([first, ...more]) => {
        const reason = traceReason(first);
        return (
          <li class="trace-entry" key={`${first.action} ${first.rule}`}>
            <span class="tag">{ui.text(first.action === 'added' ? 'traceAdded' : 'traceRemoved')}</span>{' '}
            <code>{first.rule}</code> {reason !== null && <span class="quiet">{ui.text(reason)}</span>}
            <ul class="trace-texts">
              {[first, ...more].map(({ text }, at) => (
                <li key={at}>
                  <bdi lang={lang}>{text}</bdi>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

type Group = [TraceEntry, ...TraceEntry[]];

/** What one rule did stands together: its reason is said once. */
function byRule(entries: readonly TraceEntry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = `${entry.action} ${entry.rule}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}
