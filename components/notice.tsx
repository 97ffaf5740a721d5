import type { ComponentChildren } from 'preact';
import { baseLanguage } from '../lib/languages/base-language';
import type { IndexFacts } from '../lib/match/types';
import { type MessageKey, useUi } from './ui';

interface NoticeProps {
  readonly title: string;
  readonly tone?: 'plain' | 'error';
  readonly children?: ComponentChildren;
}

/** A plain state in words, in place of coverage. */
export function Notice({ title, tone = 'plain', children }: NoticeProps) {
  return (
    <section class={`notice notice-${tone}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Why a page is no article, by its kind. */
const KIND_WORDS = {
  home: 'notArticleHome',
  section: 'notArticleSection',
  search: 'notArticleSearch',
  video: 'notArticleVideo',
  gallery: 'notArticleGallery',
  shop: 'notArticleShop',
  forum: 'notArticleForum',
  pdf: 'notArticlePdf',
  login: 'notArticleLogin',
  error: 'notArticleError',
  empty: 'notArticleEmpty',
  other: 'notArticleOther',
} as const satisfies Record<string, MessageKey>;

/** The page was read and is no article. */
export function NotArticleNotice({ kind }: { readonly kind: keyof typeof KIND_WORDS }) {
  const ui = useUi();
  return (
    <Notice title={ui.text('notArticle')}>
      <p>{ui.text(KIND_WORDS[kind])}</p>
    </Notice>
  );
}

/** The failures that have words of their own; any other is shown as an internal one. */
export type FailureCode =
  | 'browser-page'
  | 'store-page'
  | 'file'
  | 'no-access'
  | 'timeout'
  | 'unreadable'
  | 'index'
  | 'refused'
  | 'internal';

export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

const FAILURE_WORDS: Readonly<Record<FailureCode, MessageKey>> = {
  'browser-page': 'failureBrowserPage',
  'store-page': 'failureStorePage',
  file: 'failureFile',
  'no-access': 'failureNoAccess',
  timeout: 'failureTimeout',
  unreadable: 'failureUnreadable',
  index: 'failureIndex',
  refused: 'failureInternal',
  internal: 'failureInternal',
};

/** What is said of a failure. */
export function wordsOfFailure(code: FailureCode): MessageKey {
  return FAILURE_WORDS[code];
}

/** Pages that no extension may read are no fault: for these the browser's own message adds nothing. */
const EXPECTED: ReadonlySet<FailureCode> = new Set(['browser-page', 'store-page', 'file', 'no-access']);

/** How a failure is headed: as a limit that browsers set, or as a fault. */
export function titleOfFailure(code: FailureCode): MessageKey {
  return EXPECTED.has(code) ? 'cannotRead' : 'somethingFailed';
}

/** The page could not be read or matched. */
export function FailureNotice({ failure }: { readonly failure: Failure }) {
  const ui = useUi();
  const expected = EXPECTED.has(failure.code);
  return (
    <Notice title={ui.text(titleOfFailure(failure.code))} tone={expected ? 'plain' : 'error'}>
      <p>{ui.text(FAILURE_WORDS[failure.code])}</p>
      {!expected && failure.detail !== '' && (
        <p class="detail">
          <bdi>{failure.detail}</bdi>
        </p>
      )}
    </Notice>
  );
}

/** The article was read and the index has no report of its event: says what the index covers, unless that is asked not to. */
export function NothingFoundNotice({ index, brief = false }: { readonly index: IndexFacts; readonly brief?: boolean }) {
  const ui = useUi();
  return (
    <Notice title={ui.text('nothingFound')}>
      <p>{ui.text('nothingFoundHelp')}</p>
      {!brief && <IndexCovers index={index} />}
    </Notice>
  );
}

function IndexCovers({ index }: { readonly index: IndexFacts }) {
  const ui = useUi();
  const names = [...new Set(index.languages.map(baseLanguage))].map((tag) => ui.languageName(tag));
  const sorted = names.sort((a, b) => a.localeCompare(b, ui.locale));
  return (
    <>
      {index.from !== null && index.to !== null && (
        <p>{ui.text('indexCovers', ui.count('stories', index.stories), ui.date(index.from), ui.date(index.to))}</p>
      )}
      <p>
        {ui.text(
          'indexHolds',
          ui.count('reports', index.reports),
          ui.count('outlets', index.outlets),
          ui.count('allLanguages', sorted.length),
        )}
      </p>
      <details class="fold">
        <summary>{ui.text('indexLanguagesTitle')}</summary>
        <p>{ui.list(sorted)}</p>
      </details>
    </>
  );
}

/** The page is being read. Takes the room that the coverage will take, so that nothing jumps. */
export function LoadingNotice() {
  const ui = useUi();
  return (
    <section class="loading">
      <p>{ui.text('reading')}</p>
      <div class="bone bone-title" />
      <div class="bone" />
      <div class="bone bone-short" />
    </section>
  );
}
