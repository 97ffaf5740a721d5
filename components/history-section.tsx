import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HistoryEntry } from '../lib/library/saved-story';
import { ArticleLink } from './article-link';
import { Confirm } from './confirm';
import { Facts } from './facts';
import { LazyFold } from './lazy-fold';
import { localDay } from './local-day';
import { focusIfLost } from './lost-focus';
import { useUi } from './ui';

interface HistorySectionProps {
  /** Latest first. */
  readonly history: readonly HistoryEntry[];
  readonly onClear: () => void;
}

/** The articles that were matched, a fold for each day, the latest open. */
export function HistorySection({ history, onClear }: HistorySectionProps) {
  const ui = useUi();
  const empty = useRef<HTMLParagraphElement>(null);
  const clearing = useRef(false);
  const isEmpty = history.length === 0;
  useLayoutEffect(() => {
    if (!isEmpty || !clearing.current) return;
    clearing.current = false;
    focusIfLost(empty.current);
  }, [isEmpty]);
  const clear = (): void => {
    clearing.current = true;
    onClear();
  };
  return (
    <section class="sheet" id="history">
      <h2>{ui.text('historyTitle')}</h2>
      <p class="quiet">{ui.text('historyHelp')}</p>
      {isEmpty ? (
        <p ref={empty} tabIndex={-1}>
          {ui.text('historyEmpty')}
        </p>
      ) : (
        <>
          {byDay(history).map(([day, entries], at) => (
            <LazyFold
              key={day}
              open={at === 0}
              summary={
                <>
                  {ui.date(day)} <span class="badge">{ui.number(entries.length)}</span>
                </>
              }
            >
              {() => <Entries entries={entries} />}
            </LazyFold>
          ))}
          <div class="actions">
            <Confirm id="clear-history" label={ui.text('historyClear')} yes={ui.text('historyClear')} onYes={clear} />
          </div>
        </>
      )}
    </section>
  );
}

function Entries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ul class="history">
      {entries.map(({ readAt, page }) => (
        <li key={readAt} class="history-entry">
          <ArticleLink page={page} />
          <Facts page={page} />
        </li>
      ))}
    </ul>
  );
}

/** Entries by the reader's day, in their order. */
function byDay(history: readonly HistoryEntry[]): [string, HistoryEntry[]][] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of history) {
    const day = localDay(entry.readAt);
    const entries = days.get(day);
    if (entries) entries.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}
