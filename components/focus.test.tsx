import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavedStory } from '../lib/library/saved-story';
import { savedStory } from '../lib/library/saved-story.testing';
import { withFocus } from './focus.testing';
import { foundStory } from './found.testing';
import { NOBODY, type Reader, ReaderContext } from './reader';
import { SavedPage } from './saved-page';
import { StoryCoverage } from './story-coverage';
import { Translated } from './translated';
import { TranslatorContext } from './translation';
import { createUi, UiContext } from './ui';

const window = parseHTML('<!doctype html><html><body></body></html>');
const { document } = window;
vi.stubGlobal('document', document);
vi.stubGlobal('Node', window.Node);
withFocus(window);

const ui = createUi((key, substitutions) => [key, ...substitutions].join(' '), 'en');
const done = async (): Promise<null> => null;

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.createElement('div');
  document.body.append(root);
});

/** Waits for what is promised at once. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const draw = (content: ComponentChild): Promise<void> =>
  act(async () => render(<UiContext.Provider value={ui}>{content}</UiContext.Provider>, root));
const send = (selector: string, event: string): Promise<void> =>
  act(async () => {
    root.querySelector(selector)?.dispatchEvent(new window.Event(event, { bubbles: true }));
    await settled();
  });
const click = (selector: string): Promise<void> => send(selector, 'click');
const hasFocus = (selector: string): boolean => document.activeElement === root.querySelector(selector);

describe('the keyboard on the page of saved stories', () => {
  const page = (saved: readonly SavedStory[], over: Partial<Parameters<typeof SavedPage>[0]> = {}) => (
    <SavedPage
      saved={saved}
      history={[]}
      historyOn={false}
      failure={null}
      onCopyMarkdown={async () => true}
      onExport={() => {}}
      onRemove={done}
      onRestore={done}
      onClearHistory={done}
      {...over}
    />
  );
  const story = savedStory();

  async function search(words: string): Promise<void> {
    const field = root.querySelector('input');
    if (field === null) throw new Error('no field');
    field.focus();
    field.value = words;
    await send('input', 'input');
  }

  it('goes to the way back once, and not again when a search brings that back', async () => {
    await draw(page([story]));
    await click('.remove-button');
    await draw(page([]));
    expect(hasFocus('#undo')).toBe(true);
    await search('nowhere');
    expect(root.querySelector('#undo')).toBeNull();
    await search('');
    expect(root.querySelector('#undo')).not.toBeNull();
    expect(hasFocus('input')).toBe(true);
  });

  it('goes to a story that was brought back once, and not again when a search does', async () => {
    await draw(page([story]));
    await click('.remove-button');
    await draw(page([]));
    await click('#undo');
    await draw(page([story]));
    expect(hasFocus('.remove-button')).toBe(true);
    await search('nowhere');
    await search('');
    expect(root.querySelector('.remove-button')).not.toBeNull();
    expect(hasFocus('input')).toBe(true);
  });

  it('stays where it went while a story was being brought back', async () => {
    let kept = (): void => {};
    const restoring = new Promise<null>((resolve) => {
      kept = () => resolve(null);
    });
    await draw(page([story]));
    await click('.remove-button');
    await draw(page([], { onRestore: () => restoring }));
    await click('#undo');
    await draw(page([story]));
    root.querySelector('input')?.focus();
    await act(async () => {
      kept();
      await settled();
    });
    expect(hasFocus('input')).toBe(true);
  });

  it('goes to what is said of a history that was cleared, and nowhere at the beginning', async () => {
    const { page: article, savedAt: readAt } = story;
    await draw(page([], { historyOn: true }));
    expect(document.activeElement).toBe(document.body);
    await draw(page([], { history: [{ readAt, page: article, stories: [] }] }));
    await click('#clear-history');
    await click('#clear-history-yes');
    await draw(page([]));
    expect(document.activeElement?.textContent).toBe('historyEmpty');
  });
});

describe('the keyboard beside reports', () => {
  const report = (outlet: string, lang: string) => ({
    outlet,
    lang,
    date: null,
    url: `https://www.${outlet}.example/`,
    headline: null,
  });
  const all = [report('first', 'ar'), report('second', 'ar'), report('third', 'bn')];
  const unfiltered = foundStory({ coverage: all });
  const coverage = (choices: Partial<Reader>) => (
    <ReaderContext.Provider value={{ ...NOBODY, outlets: { onHide: () => {}, onPrefer: () => {} }, ...choices }}>
      <StoryCoverage
        story={{
          ...unfiltered,
          coverage: all.filter(({ outlet }) => !choices.hiddenOutlets?.includes(outlet)),
        }}
        unfiltered={unfiltered}
        page={{ kind: 'article', title: '', lang: 'hi', publishedAt: null, site: null, url: null }}
      />
    </ReaderContext.Provider>
  );
  const hide = async (lang: string, hiddenOutlets: readonly string[]): Promise<void> => {
    await click(`[data-lang="${lang}"] .menu-item:last-child`);
    await draw(coverage({ hiddenOutlets: [...hiddenOutlets] }));
  };

  it('goes on at the next report of the language, then at the story’s title', async () => {
    await draw(coverage({}));
    await hide('ar', ['first']);
    expect(document.activeElement?.getAttribute('href')).toBe('https://www.second.example/');
    await hide('ar', ['first', 'second']);
    expect(hasFocus('.event-title')).toBe(true);
  });

  it('goes back to the report that was chosen last, where the comparison is given up', async () => {
    await draw(coverage({}));
    await send('[data-lang="ar"] .report + .report input', 'change');
    await click('.compare .quiet-button');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('outletMenu second');
    expect(root.querySelector('.compare')).toBeNull();
  });

  it('has nothing to hide or to put first where nothing is kept', async () => {
    await draw(coverage({ outlets: null }));
    expect(root.querySelectorAll('.report:first-child .menu-item')).toHaveLength(2);
    expect(root.textContent).not.toContain('hideOutlet');
  });

  it('stays at the menu that it was chosen in', async () => {
    await draw(coverage({}));
    await click('[data-lang="ar"] .report + .report .menu-item:nth-child(2)');
    await draw(coverage({ preferredOutlets: ['second'] }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('outletMenu second');
  });
});

it('the keyboard goes on at a translation, which is said to be one', async () => {
  const translator = { offers: async () => true, translate: async () => 'Good day' };
  await draw(
    <TranslatorContext.Provider value={translator}>
      <Translated form={{ lang: 'de', text: 'Guten Tag' }} />
    </TranslatorContext.Provider>,
  );
  await act(settled); // the offer
  root.querySelector<HTMLElement>('.translate')?.focus();
  await click('.translate');
  expect(document.activeElement?.textContent).toBe('Good day');
  expect(root.querySelector('[role=status]')?.textContent).toBe('translatedBy');
});
