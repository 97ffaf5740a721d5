import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { savedStory } from '../lib/library/saved-story.testing';
import { DataSection } from './data-section';
import { SavedPage } from './saved-page';
import { StoryActions } from './story-actions';
import { fileOf, markdownOf } from './story-files';
import { createUi, UiContext } from './ui';

const { document, Node } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);
vi.stubGlobal('Node', Node);

const MARKUP = '<img src=x onerror="globalThis.ran=true"><script>globalThis.ran=true</script>';
const ui = createUi((key, substitutions) => [key, ...substitutions].join(' '), 'en');

function draw(content: ComponentChild, root: HTMLElement = document.createElement('div')): HTMLElement {
  act(() => render(<UiContext.Provider value={ui}>{content}</UiContext.Provider>, root));
  return root;
}

async function click(root: HTMLElement, selector: string): Promise<void> {
  await act(async () => {
    root.querySelector(selector)?.dispatchEvent(new (document.defaultView?.Event ?? Event)('click', { bubbles: true }));
  });
}

describe('the page of saved stories', () => {
  it('shows whatever was kept as text', () => {
    const page = { title: MARKUP, lang: 'en', site: MARKUP, url: null, publishedAt: null };
    const saved = savedStory({ titles: { en: MARKUP } }, { page });
    const done = async (): Promise<null> => null;
    const root = draw(
      <SavedPage
        saved={[saved]}
        history={[{ readAt: saved.savedAt, page, stories: [] }]}
        historyOn={false}
        failure={null}
        onCopyMarkdown={async () => true}
        onExport={() => {}}
        onRemove={done}
        onRestore={done}
        onClearHistory={done}
      />,
    );
    expect(root.querySelectorAll('script, ul img')).toHaveLength(0);
    expect(root.querySelector('.saved-story h2')?.textContent).toBe(MARKUP);
    expect(root.querySelector('.history-entry bdi')?.textContent).toBe(MARKUP);
    expect(Object.hasOwn(globalThis, 'ran')).toBe(false);
  });
});

describe('the buttons of a story', () => {
  const actions = (failure: 'storage-full' | null, saved: boolean | null = false) => (
    <StoryActions
      keep={{
        saved,
        onSave: async () => failure && { code: failure, detail: '' },
        onUnsave: async () => null,
        onUndo: async () => null,
      }}
      onCopyMarkdown={async () => false}
      onExport={() => {}}
    />
  );

  it('say that there is no room', async () => {
    const root = draw(actions('storage-full'));
    await click(root, '.save-button');
    expect(root.querySelector('[role=status]')?.textContent).toBe('storageFull');
  });

  it('put a story back that was taken off the saved ones', async () => {
    const onUndo = vi.fn(async () => null);
    const withUndo = (saved: boolean) => (
      <StoryActions
        keep={{ saved, onSave: async () => null, onUnsave: async () => null, onUndo }}
        onCopyMarkdown={async () => true}
        onExport={() => {}}
      />
    );
    const root = draw(withUndo(true));
    await click(root, '.save-button');
    expect(root.querySelector('[role=status]')?.textContent).toBe('removed');
    draw(withUndo(false), root);
    await click(root, '.undo-button');
    expect(onUndo).toHaveBeenCalledOnce();
    expect(root.querySelector('[role=status]')?.textContent).toBe('');
    expect(root.querySelector('.undo-button')).toBeNull();
  });

  it('say that it could not be copied', async () => {
    const root = draw(actions(null));
    await click(root, '[data-action=markdown]');
    expect(root.querySelector('[role=status]')?.textContent).toBe('copyFailed');
  });

  it('show whether it is saved', () => {
    expect(draw(actions(null, true)).querySelector('.save-button')?.getAttribute('aria-pressed')).toBe('true');
    expect(draw(actions(null)).querySelector('.save-button')?.getAttribute('aria-pressed')).toBe('false');
    expect(draw(actions(null, null)).querySelector('.save-button')?.hasAttribute('aria-pressed')).toBe(false);
  });

  it('save nothing where nothing may be saved', () => {
    const root = draw(<StoryActions keep={null} onCopyMarkdown={async () => true} onExport={() => {}} />);
    expect(root.querySelector('.save-button')).toBeNull();
    expect(root.querySelector('[data-action=csv]')).not.toBeNull();
  });
});

it('everything is deleted at the second click, and what could not be is said', async () => {
  let asked = 0;
  const onDeleteAll = async () => {
    asked++;
    return { code: 'storage-failed', detail: 'locked' } as const;
  };
  const root = draw(
    <DataSection onExport={async () => null} onImport={async () => ({ stories: 0 })} onDeleteAll={onDeleteAll} />,
  );
  await click(root, '#delete-all');
  expect(asked).toBe(0);
  await click(root, '#delete-all-yes');
  expect(asked).toBe(1);
  expect(root.querySelector('[role=status]')?.textContent).toBe('storageFailed locked');
});

it('a story is handed on in the interface language', () => {
  const saved = savedStory();
  expect(markdownOf(saved, ui, ['en'])).toContain('March 1, 2025 · confidenceHigh 93%');
  expect(fileOf(saved, 'csv', ['en']).name).toBe('sidelight-2025-03-01-harbour-bridge-opens.csv');
});
