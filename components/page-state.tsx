import type { ComponentChildren } from 'preact';
import type { Findings } from '../lib/match/types';
import { ArticleCard, type PageSummary } from './article-card';
import { type Failure, FailureNotice, LoadingNotice, NotArticleNotice, Notice } from './notice';
import { useUi } from './ui';

/** What is known of the page that a popup or panel stands beside; null where it has not been read. */
export type PageState =
  | { readonly status: 'reading' }
  | { readonly status: 'read'; readonly page: PageSummary; readonly findings: Findings | null }
  | { readonly status: 'failed'; readonly failure: Failure }
  | null;

interface PageStateViewProps {
  readonly state: PageState;
  /** Draws what was found for an article. */
  readonly children: (page: PageSummary, findings: Findings) => ComponentChildren;
}

/** Every state of a page that is not coverage, each in plain words; coverage is left to the caller. */
export function PageStateView({ state, children }: PageStateViewProps) {
  const ui = useUi();
  if (state === null) {
    return (
      <Notice title={ui.text('unread')}>
        <p>{ui.text('unreadHelp')}</p>
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

/** What a screen reader is told when the state changes: the outcome, not the whole list. */
export function StatusLine({
  state,
  reports,
  languages,
}: {
  readonly state: PageState;
  readonly reports: number;
  readonly languages: number;
}) {
  const ui = useUi();
  const words = (): string => {
    if (state === null) return ui.text('unread');
    if (state.status === 'reading') return ui.text('reading');
    if (state.status === 'failed') return ui.text('somethingFailed');
    if (state.findings === null) return ui.text('notArticle');
    if (reports === 0) return ui.text('nothingFound');
    return ui.text('foundSummary', ui.count('reports', reports), ui.count('languages', languages));
  };
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {words()}
    </p>
  );
}
