import { useEffect, useState } from 'preact/hooks';
import { followed } from '../../components/followed';
import type { OnTrace } from '../../components/how-read';
import { mount } from '../../components/mount';
import { useStoring } from '../../components/not-stored';
import type { PageState } from '../../components/page-state';
import { Panel } from '../../components/panel';
import { type OutletChoice, type Reader, ReaderContext } from '../../components/reader';
import { useShownMark } from '../../components/shown-mark';
import { TopBar } from '../../components/top-bar';
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
import { usePrivate } from './private';
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

/** What is chosen about an outlet, kept in the settings. */
function outletChoice(store: (change: Promise<unknown>) => void): OutletChoice {
  return {
    onHide: (outlet) =>
      store(
        changeSettings(({ hiddenOutlets, preferredOutlets }) => ({
          hiddenOutlets: [...without(hiddenOutlets, outlet), outlet],
          preferredOutlets: without(preferredOutlets, outlet),
        })),
      ),
    onPrefer: (outlet, preferred) =>
      store(
        changeSettings(({ preferredOutlets }) => ({
          preferredOutlets: [...without(preferredOutlets, outlet), ...(preferred ? [outlet] : [])],
        })),
      ),
  };
}

/** The reader as the settings have them. */
function readerOf(settings: Settings, outlets: OutletChoice | null): Reader {
  return {
    ...settings,
    outlets,
    onCompare: (urls) => {
      const { availLeft = 0, availTop = 0, availWidth, availHeight }: AvailableScreen = screen;
      void openSideBySide(urls, { left: availLeft, top: availTop, width: availWidth, height: availHeight });
    },
  };
}

/** Where the part of the screen that windows may take begins is in no standard; both browsers say it. */
type AvailableScreen = Screen & { readonly availLeft?: number; readonly availTop?: number };

// Both begin before the texts are there.
const usePageState = followed<PageState>(watchActiveTab);
const useSettings = followed(followSettings);

function App() {
  const state = usePageState();
  const settings = useSettings();
  const keeping = usePrivate();
  const { notStored, store } = useStoring();
  const [shortcut, setShortcut] = useState('');

  useEffect(() => {
    void listShortcuts().then((all) =>
      setShortcut(all.find(({ command }) => command === '_execute_action')?.keys ?? ''),
    );
  }, []);

  const known = settings !== undefined && state !== undefined && keeping !== undefined;
  useShownMark(known && state?.status === 'read');
  const [onOptions, onLibrary] = [() => void openOptions(), () => void openSaved()];
  // Below the bar it is drawn once the tab, the order of languages and what may be kept are known: what changes places under
  // the eye is worse than a moment's wait.
  if (!known)
    return (
      <div class="panel">
        <TopBar onOptions={onOptions} onLibrary={onLibrary} />
      </div>
    );
  return (
    <ReaderContext.Provider value={readerOf(settings, keeping.isPrivate ? null : outletChoice(store))}>
      <TranslatorContext.Provider value={translator}>
        <Panel
          state={state}
          notStored={notStored}
          isPrivate={keeping.isPrivate}
          shortcut={shortcut}
          onOptions={onOptions}
          onLibrary={onLibrary}
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
