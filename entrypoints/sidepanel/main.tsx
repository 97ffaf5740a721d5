import { useEffect, useState } from 'preact/hooks';
import type { OnTrace } from '../../components/how-read';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Panel } from '../../components/panel';
import { type Reader, ReaderContext } from '../../components/reader';
import { TranslatorContext } from '../../components/translation';
import { findActiveTab, watchActiveTab } from '../../lib/platform/active-tab';
import { askToTraceTab } from '../../lib/platform/messages';
import { openOptions, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { changeSettings, followSettings } from '../../lib/platform/settings';
import { listShortcuts } from '../../lib/platform/shortcuts';
import { openSideBySide } from '../../lib/platform/side-by-side';
import { browserTranslator } from '../../lib/platform/translator';
import type { Settings } from '../../lib/settings/settings';
import { FeedsOfPage, Offer } from './live-tools';
import { StoryTools } from './story-tools';

const translator = browserTranslator();

/** How the page in front is read. */
async function traceActiveTab(): ReturnType<OnTrace> {
  const tab = await findActiveTab();
  if (tab === null) return { code: 'browser-page', detail: '' };
  const reply = await askToTraceTab(tab.id);
  return reply.ok ? reply.value : reply.error;
}

const without = (names: readonly string[], name: string): string[] => names.filter((other) => other !== name);

/** The reader as the settings have them. */
function readerOf(settings: Settings): Reader {
  return {
    ...settings,
    onHideOutlet: (outlet) => {
      void changeSettings(({ hiddenOutlets, preferredOutlets }) => ({
        hiddenOutlets: [...without(hiddenOutlets, outlet), outlet],
        preferredOutlets: without(preferredOutlets, outlet),
      }));
    },
    onPreferOutlet: (outlet, preferred) => {
      void changeSettings(({ preferredOutlets }) => ({
        preferredOutlets: [...without(preferredOutlets, outlet), ...(preferred ? [outlet] : [])],
      }));
    },
    onCompare: (urls) => {
      const { availLeft = 0, availTop = 0, availWidth, availHeight }: AvailableScreen = screen;
      void openSideBySide(urls, { left: availLeft, top: availTop, width: availWidth, height: availHeight });
    },
  };
}

/** Where the part of the screen that windows may take begins is in no standard; both browsers say it. */
type AvailableScreen = Screen & { readonly availLeft?: number; readonly availTop?: number };

function App() {
  const [state, setState] = useState<PageState | undefined>(undefined);
  const [shortcut, setShortcut] = useState('');
  const [settings, setSettings] = useState<Settings | null>(null);

  useEffect(() => watchActiveTab(setState), []);
  useEffect(() => followSettings(setSettings), []);
  useEffect(() => {
    void listShortcuts().then((all) =>
      setShortcut(all.find(({ command }) => command === '_execute_action')?.keys ?? ''),
    );
  }, []);

  // Drawn once the tab and the order of languages are known: what changes places under the eye is worse than a moment's
  // wait.
  if (settings === null || state === undefined) return null;
  return (
    <ReaderContext.Provider value={readerOf(settings)}>
      <TranslatorContext.Provider value={translator}>
        <Panel
          state={state}
          shortcut={shortcut}
          onOptions={() => void openOptions()}
          onLibrary={() => void openSaved()}
          actionsFor={(story, page) => <StoryTools story={story} page={page} />}
          onTrace={traceActiveTab}
          offerAfter={(lastDay) => <Offer until={lastDay} />}
          pageFeeds={<FeedsOfPage />}
        />
      </TranslatorContext.Provider>
    </ReaderContext.Provider>
  );
}

mount(document, followPresentation, <App />);
