import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Findings, FoundStory } from '../lib/match/types';
import { foundStory, findings as sampleFindings } from './found.testing';
import type { PageState } from './page-state';
import { Panel } from './panel';
import { createUi, UiContext } from './ui';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);

const MARKUP = '<img src=x onerror="globalThis.ran=true"><script>globalThis.ran=true</script>';

const story = (): FoundStory =>
  foundStory({
    titles: { en: MARKUP },
    why: [{ kind: 'name', here: { lang: 'hi', text: MARKUP }, there: [{ lang: 'ar', text: MARKUP }], weight: 1 }],
    coverage: [
      { outlet: MARKUP, lang: 'ar', date: MARKUP, url: 'javascript:globalThis.ran=true', headline: MARKUP },
      { outlet: 'Good', lang: 'bn', date: null, url: 'https://www.good.example/1', headline: null },
    ],
  });
const findings = (over: Partial<Findings> = {}): Findings => sampleFindings({ sameEvent: [story()], ...over });

function show(state: PageState): HTMLElement {
  const root = document.createElement('div');
  const ui = createUi((key, substitutions) => [key, ...substitutions].join(' '), 'en');
  act(() => {
    render(
      <UiContext.Provider value={ui}>
        <Panel
          state={state}
          onOptions={() => {}}
          onLibrary={() => {}}
          actionsFor={() => null}
          onTrace={async () => []}
        />
      </UiContext.Provider>,
      root,
    );
  });
  return root;
}

const page = { kind: 'article', title: MARKUP, lang: 'hi', publishedAt: null, site: MARKUP, url: null } as const;

describe('the panel', () => {
  it('shows whatever a page or an index says as text', () => {
    const root = show({ status: 'read', page, findings: findings({ background: [story()], related: [story()] }) });
    expect(root.querySelectorAll('main script, main img')).toHaveLength(0);
    expect(root.querySelector('.article-title')?.textContent).toBe(MARKUP);
    expect(Object.hasOwn(globalThis, 'ran')).toBe(false);
  });

  it('links to web addresses only, in a new tab that is not told where the reader came from', () => {
    const links = [...show({ status: 'read', page, findings: findings() }).querySelectorAll<HTMLAnchorElement>('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://www.good.example/1']);
    expect(links[0]?.getAttribute('rel')).toBe('noreferrer noopener');
    expect(links[0]?.getAttribute('target')).toBe('_blank');
  });

  it('gives the words of each side their language and direction', () => {
    const [here, there] = show({ status: 'read', page, findings: findings() }).querySelectorAll<HTMLElement>(
      '[data-lang="ar"] .pair bdi',
    );
    expect([here?.getAttribute('lang'), here?.getAttribute('dir')]).toEqual(['hi', 'ltr']);
    expect([there?.getAttribute('lang'), there?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  });

  it('opens what was compared of one report, and leaves out there the words of all', () => {
    const side = (lang: string, text: string) => [{ kind: 'name', forms: [{ lang, text }], weight: 1 }] as const;
    const evidence = {
      why: [{ kind: 'name', here: { lang: 'hi', text: 'यहाँ' }, there: [{ lang: 'bn', text: 'ওখানে' }], weight: 1 }],
      differences: { onlyThere: side('bn', 'শুধু'), onlyHere: side('hi', MARKUP) },
    } as const;
    const report = { outlet: 'O', lang: 'bn', date: null, url: 'https://o.example/', headline: 'H', evidence };
    const sameEvent = [{ ...story(), coverage: [report, ...story().coverage.slice(0, 1)] }];
    const root = show({ status: 'read', page, findings: findings({ sameEvent }) });
    const fold = root.querySelector<HTMLDetailsElement>('[data-lang="bn"] .report > .why');
    expect(root.querySelectorAll('[data-lang="bn"] .why')).toHaveLength(1);
    expect(root.querySelectorAll('[data-lang="ar"] .report > .why')).toHaveLength(0);
    expect(fold?.querySelectorAll('.pair')).toHaveLength(0);
    act(() => {
      fold?.setAttribute('open', '');
      Reflect.set(fold ?? {}, 'open', true);
      fold?.dispatchEvent(new (document.defaultView ?? globalThis).Event('toggle'));
    });
    const shown = [...root.querySelectorAll('[data-lang="bn"] .report .pair bdi')].map(
      ({ textContent }) => textContent,
    );
    expect(shown).toEqual(['यहाँ', 'ওখানে', 'শুধু', MARKUP]);
  });

  it.each<[string, PageState, string]>([
    ['a page that was not read', null, 'unread'],
    ['which click reads a page', null, 'clickToRead'],
    ['another tab', { status: 'another-tab' }, 'anotherTab'],
    ['a page that has been left', { status: 'left' }, 'pageMoved'],
    ['a page being read', { status: 'reading' }, 'reading'],
    ['a front page', { status: 'read', page: { ...page, kind: 'home' }, findings: null }, 'notArticleHome'],
    ['a login', { status: 'read', page: { ...page, kind: 'login' }, findings: null }, 'notArticleLogin'],
    ['a teaser', { status: 'read', page: { ...page, notes: ['paywalled'] }, findings: findings() }, 'notePaywalled'],
    ['a live blog', { status: 'read', page: { ...page, notes: ['live'] }, findings: findings() }, 'noteLive'],
    ['a page of no end', { status: 'read', page: { ...page, notes: ['coarse'] }, findings: findings() }, 'noteCoarse'],
    ['nothing found', { status: 'read', page, findings: findings({ sameEvent: [] }) }, 'nothingFound'],
    ['a damaged index', { status: 'failed', failure: { code: 'index', detail: 'checksum' } }, 'checksum'],
    [
      'a page of the browser',
      { status: 'failed', failure: { code: 'browser-page', detail: 'cryptic' } },
      'failureBrowserPage',
    ],
  ])('says in words: %s', (_, state, words) => {
    const root = show(state);
    expect(root.textContent).toContain(words);
    expect(root.textContent).not.toContain('cryptic');
    expect(root.querySelector('[role="status"]')?.textContent).not.toBe('');
  });
});
