import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Popup } from '../../components/popup';
import { NOBODY, ReaderContext } from '../../components/reader';
import { TranslatorContext } from '../../components/translation';
import { findActiveTab, followTab, type OpenTab } from '../../lib/platform/active-tab';
import { openOptions, openPanel, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { readPatiently } from '../../lib/platform/read-patiently';
import { followSettings } from '../../lib/platform/settings';
import { hostOf } from '../../lib/platform/site-origins';
import { forgetWish, turnSiteOff, turnSiteOn } from '../../lib/platform/sites';
import { browserTranslator } from '../../lib/platform/translator';
import type { Settings } from '../../lib/settings/settings';

const NO_TAB: PageState = { status: 'failed', failure: { code: 'browser-page', detail: '' } };
const translator = browserTranslator();

/**
 * Opening the popup is the click that allows reading: the page is read at once. Then it is shown what is known of the tab,
 * since its page may move on while the popup is open. Returns how to stop that.
 */
async function readAndFollow(tab: OpenTab | null, onState: (state: PageState) => void): Promise<() => void> {
  const reply = tab === null ? null : await readPatiently(tab.id);
  if (tab !== null && reply?.ok === true) return followTab(tab.id, onState);
  onState(reply === null || reply.ok ? NO_TAB : { status: 'failed', failure: reply.error });
  return () => {};
}

function App() {
  const [state, setState] = useState<PageState>({ status: 'reading' });
  const [tab, setTab] = useState<OpenTab | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    void forgetWish();
    void findActiveTab().then((found) => {
      setTab(found);
      return readAndFollow(found, setState);
    });
    return followSettings(setSettings);
  }, []);

  const showPanel = (): void => {
    // Opened first and without waiting: the gesture ends at the first await. The popup has then done its work.
    if (tab !== null) void openPanel(tab.windowId).then(() => window.close());
  };
  // What is chosen in a private window is not kept, so nothing is offered there.
  const host = tab === null || tab.isPrivate ? null : hostOf(tab.url);
  const turnOn = (): void => {
    if (host !== null) void turnSiteOn(host).then((granted) => setRefused(!granted));
  };
  const turnOff = (): void => {
    if (host !== null) void turnSiteOff(host);
    setRefused(false);
  };
  const known = settings !== null;
  return (
    <ReaderContext.Provider value={{ ...NOBODY, ...settings }}>
      <TranslatorContext.Provider value={translator}>
        <Popup
          state={known ? state : { status: 'reading' }}
          site={known && host !== null ? { host, on: settings.sites.includes(host), refused } : null}
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
