import { useState } from 'preact/hooks';
import { followed } from '../../components/followed';
import { mount } from '../../components/mount';
import { useStoring } from '../../components/not-stored';
import type { PageState } from '../../components/page-state';
import { Popup } from '../../components/popup';
import { NOBODY, ReaderContext } from '../../components/reader';
import { useShownMark } from '../../components/shown-mark';
import { TranslatorContext } from '../../components/translation';
import { findActiveTab, followTab, type OpenTab } from '../../lib/platform/active-tab';
import { openOptions, openPanel, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { readPatiently } from '../../lib/platform/read-patiently';
import { followSettings } from '../../lib/platform/settings';
import { hostOf } from '../../lib/platform/site-origins';
import { forgetWish, turnSiteOff, turnSiteOn } from '../../lib/platform/sites';
import { browserTranslator } from '../../lib/platform/translator';

const NO_TAB: PageState = { status: 'failed', failure: { code: 'browser-page', detail: '' } };
const READING: PageState = { status: 'reading' };
const translator = browserTranslator();

/**
 * Opening the popup is the click that allows reading: the page is read at once. Then it is shown what is known of the tab,
 * since its page may move on while the popup is open.
 */
async function readAndFollow(tab: OpenTab | null, onState: (state: PageState) => void): Promise<void> {
  const reply = tab === null ? null : await readPatiently(tab.id);
  if (tab === null || reply === null) return onState(NO_TAB);
  if (!reply.ok) return onState({ status: 'failed', failure: reply.error });
  onState(reply.value);
  followTab(tab.id, onState);
}

// All of this begins before the texts are there.
const front = findActiveTab();
const useTab = followed<OpenTab | null>((tell) => void front.then(tell));
const usePageState = followed<PageState>((tell) => void front.then((tab) => readAndFollow(tab, tell)));
const useSettings = followed(followSettings);
void forgetWish();

function App() {
  const state = usePageState();
  const tab = useTab() ?? null;
  const settings = useSettings();
  const [refused, setRefused] = useState(false);
  const { notStored, store } = useStoring();

  const showPanel = (): void => {
    // Opened first and without waiting: the gesture ends at the first await. The popup has then done its work.
    if (tab !== null) void openPanel(tab.windowId).then(() => window.close());
  };
  // What is chosen in a private window is not kept, so nothing is offered there.
  const host = tab === null || tab.isPrivate ? null : hostOf(tab.url);
  const turnOn = (): void => {
    if (host !== null) store(turnSiteOn(host).then((granted) => setRefused(!granted)));
  };
  const turnOff = (): void => {
    if (host !== null) store(turnSiteOff(host));
    setRefused(false);
  };
  // Shown only in the reader's own order of languages.
  const shown = settings === undefined || state === undefined ? READING : state;
  useShownMark(shown?.status === 'read');
  return (
    <ReaderContext.Provider value={{ ...NOBODY, ...settings }}>
      <TranslatorContext.Provider value={translator}>
        <Popup
          state={shown}
          site={settings !== undefined && host !== null ? { host, on: settings.sites.includes(host), refused } : null}
          notStored={notStored}
          onSiteOn={turnOn}
          onSiteOff={turnOff}
          onPanel={showPanel}
          onOptions={() => void openOptions()}
          onLibrary={() => void openSaved()}
        />
      </TranslatorContext.Provider>
    </ReaderContext.Provider>
  );
}

mount(document, followPresentation, <App />);
