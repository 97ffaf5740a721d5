import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Popup } from '../../components/popup';
import { NOBODY, ReaderContext } from '../../components/reader';
import { TranslatorContext } from '../../components/translation';
import { findActiveTab, type OpenTab } from '../../lib/platform/active-tab';
import { openOptions, openPanel, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { readPatiently } from '../../lib/platform/read-patiently';
import { followSettings } from '../../lib/platform/settings';
import { hostOf } from '../../lib/platform/site-origins';
import { turnSiteOff, turnSiteOn } from '../../lib/platform/sites';
import { browserTranslator } from '../../lib/platform/translator';
import type { Settings } from '../../lib/settings/settings';

const NO_TAB: PageState = { status: 'failed', failure: { code: 'browser-page', detail: '' } };
const translator = browserTranslator();

/** Opening the popup is the click that allows reading: the page is read at once. */
async function readActiveTab(tab: OpenTab | null): Promise<PageState> {
  if (tab === null) return NO_TAB;
  const reply = await readPatiently(tab.id);
  return reply.ok ? reply.value : { status: 'failed', failure: reply.error };
}

function App() {
  const [state, setState] = useState<PageState>({ status: 'reading' });
  const [tab, setTab] = useState<OpenTab | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    void findActiveTab().then(async (found) => {
      setTab(found);
      setState(await readActiveTab(found));
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
