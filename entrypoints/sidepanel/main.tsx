import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Panel } from '../../components/panel';
import { type Reader, ReaderContext } from '../../components/reader';
import { watchActiveTab } from '../../lib/platform/active-tab';
import { openOptions, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { changeSettings, followSettings } from '../../lib/platform/settings';
import { openSideBySide } from '../../lib/platform/side-by-side';
import type { Settings } from '../../lib/settings/settings';
import { StoryTools } from './story-tools';

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
  const [state, setState] = useState<PageState>(null);
  const [settings, setSettings] = useState<Settings | null>(null);

  useEffect(() => watchActiveTab(setState), []);
  useEffect(() => followSettings(setSettings), []);

  // Drawn once the order of languages is known: groups that change places under the eye are worse than a moment's wait.
  if (settings === null) return null;
  return (
    <ReaderContext.Provider value={readerOf(settings)}>
      <Panel
        state={state}
        onOptions={() => void openOptions()}
        onLibrary={() => void openSaved()}
        actionsFor={(story, page) => <StoryTools story={story} page={page} />}
      />
    </ReaderContext.Provider>
  );
}

mount(document, followPresentation, <App />);
