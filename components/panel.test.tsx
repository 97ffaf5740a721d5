import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Findings, IndexFacts, StoryMatch } from '../lib/match/types';
import type { PageSummary } from './article-card';
import type { PageState } from './page-state';
import { Panel } from './panel';
import { Popup } from './popup';
import { createUi, UiContext } from './ui';

const INDEX: IndexFacts = {
  stories: 36,
  reports: 200,
  articles: 0,
  languages: ['en', 'hi'],
  from: '2023-02-06',
  to: '2025-11-17',
  bytes: 1,
  fingerprintVersion: 1,
};
const PAGE: PageSummary = {
  kind: 'article',
  title: '<img src=x onerror=alert(1)>',
  lang: 'ar',
  publishedAt: '2025-06-23',
  site: '<script>alert(1)</script>',
  url: null,
};

function story(id: string, relation: StoryMatch['relation'], coverage: StoryMatch['coverage'] = []): StoryMatch {
  return { id, date: '2025-06-23', titles: { en: `Title of ${id}` }, score: 0.97, relation, why: [], coverage };
}

function read(findings: Partial<Findings> | null, page: PageSummary = PAGE): PageState {
  const nothing: Findings = { sameEvent: [], background: [], related: [], index: INDEX };
  return { status: 'read', page, findings: findings === null ? null : { ...nothing, ...findings } };
}

beforeAll(() => {
  vi.stubGlobal('document', parseHTML('<!doctype html><html><body></body></html>').document);
});

/** Draws a view with the keys of the texts in place of the texts. */
function draw(View: typeof Panel | typeof Popup, state: PageState): HTMLElement {
  const root = document.createElement('div');
  const translate = (key: string, substitutions: readonly string[]): string => [key, ...substitutions].join(' ');
  const nothing = (): void => {};
  render(
    <UiContext.Provider value={createUi(translate, 'en')}>
      <View state={state} readerLangs={['en']} onOptions={nothing} onPanel={nothing} />
    </UiContext.Provider>,
    root,
  );
  return root;
}

describe.each([
  ['panel', Panel],
  ['popup', Popup],
])('the %s', (_, View) => {
  it.each<[string, PageState, string]>([
    ['that nothing was read', null, 'unread'],
    ['that the page is being read', { status: 'reading' }, 'reading'],
    ['what kind of page it is', read(null, { ...PAGE, kind: 'login' }), 'notArticleLogin'],
    ['what the index covers', read({}), 'February 6, 2023'],
    ['a limit of the browser', { status: 'failed', failure: { code: 'store-page', detail: 'x' } }, 'failureStorePage'],
    [
      'a fault with its detail',
      { status: 'failed', failure: { code: 'index', detail: 'bad checksum' } },
      'bad checksum',
    ],
  ])('says %s', (_words, state, expected) => {
    expect(draw(View, state).textContent).toContain(expected);
  });

  it('shows markup as text, in the direction of its language', () => {
    const root = draw(View, read({ sameEvent: [story('a', 'same-event')] }));
    expect(root.querySelector('img[src="x"], script')).toBeNull();
    const title = root.querySelector('.article-title');
    expect(title?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(title?.getAttribute('dir')).toBe('rtl');
    expect(title?.getAttribute('lang')).toBe('ar');
  });

  it('makes no link of an address that is none', () => {
    const url = 'javascript:alert(1)';
    const bad = { outlet: 'Outlet', lang: 'en', date: null, url, headline: '<b>bold</b>' };
    const root = draw(View, read({ sameEvent: [story('a', 'same-event', [bad])] }));
    expect(root.textContent).toContain('Outlet');
    expect(root.querySelectorAll('main a')).toHaveLength(0);
    expect(root.querySelector('b')).toBeNull();
  });
});

describe('the panel', () => {
  it('parts coverage, background and related, the last folded', () => {
    const root = draw(
      Panel,
      read({
        sameEvent: [story('a', 'same-event')],
        background: [story('b', 'background')],
        related: [story('c', 'related')],
      }),
    );
    expect(root.querySelector('#same-event')?.textContent).toContain('noOtherLanguages');
    expect(root.querySelector('#background')?.textContent).toContain('Title of b');
    expect(root.querySelector('#related details')?.hasAttribute('open')).toBe(false);
  });
});
