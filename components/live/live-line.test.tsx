import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { createUi, UiContext } from '../ui';
import { LiveLine } from './live-line';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);

function wordsFor(failing: readonly string[], paused = false): string {
  const root = document.createElement('div');
  const ui = createUi((key, substitutions) => [key, ...substitutions].join(' '), 'en');
  const live = { feeds: 60, subscriptions: 0, articles: 900, readAt: '2026-11-22T10:00:00Z', failing, paused };
  act(() => {
    render(
      <UiContext.Provider value={ui}>
        <LiveLine live={live} />
      </UiContext.Provider>,
      root,
    );
  });
  return root.textContent ?? '';
}

it('names the sources that could not be read, and says how many more there are', () => {
  expect(wordsFor([])).not.toContain('liveFailing');
  expect(wordsFor(['A', 'B', 'C', 'D', 'E'])).toContain('liveFailing A, B, C, D, and E');
  expect(wordsFor(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toContain('liveFailing A, B, C, D, E, and moreSources_other 2');
});

it('says when the reading is paused', () => {
  expect(wordsFor([], true)).toContain('livePaused');
  expect(wordsFor([])).not.toContain('livePaused');
});
