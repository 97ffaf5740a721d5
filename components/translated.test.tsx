import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { NOBODY, ReaderContext } from './reader';
import { Translated } from './translated';
import { TranslatorContext } from './translation';
import { createUi, UiContext } from './ui';

const window = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', window.document);

const ui = createUi((key) => key, 'en');

it.each([
  [true, 'translate'],
  [false, ''],
])('keeps the room of its button until the browser has said whether it translates: %s', async (answer, shown) => {
  let say = (_: boolean): void => {};
  const answered = new Promise<boolean>((resolve) => {
    say = resolve;
  });
  const root = window.document.createElement('div');
  await act(() =>
    render(
      <UiContext.Provider value={ui}>
        <ReaderContext.Provider value={{ ...NOBODY, languages: ['hi'] }}>
          <TranslatorContext.Provider value={{ offers: () => answered, translate: async () => '' }}>
            <Translated form={{ lang: 'en', text: 'Talks begin' }} />
          </TranslatorContext.Provider>
        </ReaderContext.Provider>
      </UiContext.Provider>,
      root,
    ),
  );
  expect(root.querySelectorAll('.translated')).toHaveLength(1);
  expect(root.querySelector('button')).toBeNull();
  await act(async () => say(answer));
  expect(root.querySelectorAll('.translated')).toHaveLength(answer ? 1 : 0);
  expect(root.textContent).toBe(shown);
});
