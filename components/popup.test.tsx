import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { Report } from '../lib/match/types';
import { findings, foundStory } from './found.testing';
import { Popup } from './popup';
import { NOBODY, ReaderContext } from './reader';
import { createUi, UiContext } from './ui';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);

const page = { kind: 'article', title: 'T', lang: 'hi', publishedAt: null, site: null, url: null } as const;
const report = (outlet: string, lang: string): Report => ({
  outlet,
  lang,
  date: null,
  url: `https://www.${outlet}.example/`,
  headline: null,
});

/** What the popup says above its lists, and all that it says. */
function say(coverage: readonly Report[], hiddenOutlets: readonly string[]): { found: string; all: string } {
  const root = document.createElement('div');
  const nothing = (): void => {};
  act(() =>
    render(
      <UiContext.Provider value={createUi((key, substitutions) => [key, ...substitutions].join(' '), 'en')}>
        <ReaderContext.Provider value={{ ...NOBODY, hiddenOutlets }}>
          <Popup
            state={{ status: 'read', page, findings: findings({ sameEvent: [foundStory({ coverage })] }) }}
            site={null}
            onSiteOn={nothing}
            onSiteOff={nothing}
            onPanel={nothing}
            onOptions={nothing}
            onLibrary={nothing}
          />
        </ReaderContext.Provider>
      </UiContext.Provider>,
      root,
    ),
  );
  const found = root.querySelector('.found')?.textContent ?? '';
  expect(root.querySelector('[role=status]')?.textContent).toBe(found);
  return { found, all: root.textContent ?? '' };
}

it('counts what is shown, and says how much the reader hides', () => {
  const { found, all } = say([report('a', 'ar'), report('b', 'bn')], ['b']);
  expect(found).toBe('foundSummary reports_one 1 languages_one 1');
  expect(all).toContain('hiddenReports_one 1');
});

it('does not call missing what the reader hides', () => {
  expect(say([report('a', 'ar'), report('b', 'bn')], ['a', 'b']).found).toBe('hiddenReports_other 2');
});

it('tells an event without stored reports from one that is reported in the article’s language alone', () => {
  expect(say([], []).found).toBe('knownEvent');
  expect(say([report('a', 'hi')], []).found).toBe('noOtherLanguages');
});
