import type { ComponentChildren } from 'preact';
import type { PageSummary } from '../lib/article/types';
import type { Findings } from '../lib/match/types';
import { ArticleCard } from './article-card';
import { isolate } from './isolate';
import { type Failure, FailureNotice, LoadingNotice, NotArticleNotice, Notice, titleOfFailure } from './notice';
import { type Overview, overviewInWords } from './overview';
import { useReader } from './reader';
import { type MessageKey, useUi } from './ui';

/**
 * What is known of the page that a popup or panel stands beside; null where it has not been read. A tab that has been left
 * for another page, and another tab than the panel was opened beside, are said to be that.
 */
export type PageState =
  | { readonly status: 'reading' }
  | { readonly status: 'read'; readonly page: PageSummary; readonly findings: Findings | null }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'left' }
  | { readonly status: 'another-tab' }
  | null;

/** The states in which there is nothing to show before a click. */
type Unread = Extract<PageState, { readonly status: 'left' | 'another-tab' } | null>;

function isUnread(state: PageState): state is Unread {
  return state === null || state.status === 'left' || state.status === 'another-tab';
}

function wordsOfUnread(state: Unread): MessageKey {
  if (state === null) return 'unread';
  return state.status === 'left' ? 'pageMoved' : 'anotherTab';
}

/** The state in a word, for the document. */
export function stateName(state: PageState): 'unread' | 'reading' | 'read' | 'failed' {
  return isUnread(state) ? 'unread' : state.status;
}

interface PageStateViewProps {
  readonly state: PageState;
  /** The key that reads the page, as the browser writes it; '' where none is set. */
  readonly shortcut?: string;
  /** Draws what was found for an article. */
  readonly children: (page: PageSummary, findings: Findings) => ComponentChildren;
}

/** Every state of a page that is not coverage, each in plain words; coverage is left to the caller. */
export function PageStateView({ state, shortcut = '', children }: PageStateViewProps) {
  const ui = useUi();
  const { sites } = useReader();
  if (isUnread(state)) {
    return (
      <Notice title={ui.text(wordsOfUnread(state))}>
        <p>{shortcut === '' ? ui.text('clickToRead') : ui.text('clickOrPress', isolate(shortcut))}</p>
        {sites.length === 0 && <p>{ui.text('readsOnClick')}</p>}
      </Notice>
    );
  }
  if (state.status === 'reading') return <LoadingNotice />;
  if (state.status === 'failed') return <FailureNotice failure={state.failure} />;
  const { page, findings } = state;
  if (page.kind !== 'article' || findings === null) {
    return <NotArticleNotice kind={page.kind === 'article' ? 'other' : page.kind} />;
  }
  return (
    <>
      <ArticleCard page={page} />
      {children(page, findings)}
    </>
  );
}

interface StatusLineProps {
  readonly state: PageState;
  readonly overview: Overview;
}

/** What a screen reader is told when the state changes: the outcome, not the whole list. */
export function StatusLine({ state, overview }: StatusLineProps) {
  const ui = useUi();
  const words = (): string => {
    if (isUnread(state)) return ui.text(wordsOfUnread(state));
    if (state.status === 'reading') return ui.text('reading');
    if (state.status === 'failed') return ui.text(titleOfFailure(state.failure.code));
    if (state.findings === null) return ui.text('notArticle');
    return state.findings.sameEvent.length === 0 ? ui.text('nothingFound') : overviewInWords(ui, overview);
  };
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {words()}
    </p>
  );
}
