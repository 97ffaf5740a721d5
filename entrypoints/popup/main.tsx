import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Popup } from '../../components/popup';
import { findActiveTab, type OpenTab } from '../../lib/platform/active-tab';
import { askToReadTab } from '../../lib/platform/messages';
import { openOptions, openPanel, openSaved } from '../../lib/platform/panel';
import { followPresentation } from '../../lib/platform/presentation';
import { loadSettings } from '../../lib/platform/settings';

const NO_TAB: PageState = { status: 'failed', failure: { code: 'browser-page', detail: '' } };

/** Opening the popup is the click that allows reading: the page is read at once. */
async function readActiveTab(tab: OpenTab | null): Promise<PageState> {
  if (tab === null) return NO_TAB;
  const reply = await askToReadTab(tab.id);
  return reply.ok ? reply.value : { status: 'failed', failure: reply.error };
}

function App() {
  const [state, setState] = useState<PageState>({ status: 'reading' });
  const [tab, setTab] = useState<OpenTab | null>(null);
  const [readerLangs, setReaderLangs] = useState<readonly string[]>([]);

  useEffect(() => {
    const settings = loadSettings();
    void findActiveTab().then(async (found) => {
      setTab(found);
      const read = await readActiveTab(found);
      setReaderLangs((await settings).languages);
      setState(read);
    });
  }, []);

  const showPanel = (): void => {
    // Opened first and without waiting: the gesture ends at the first await. The popup has then done its work.
    if (tab !== null) void openPanel(tab.windowId).then(() => window.close());
  };
  return (
    <Popup
      state={state}
      readerLangs={readerLangs}
      onPanel={showPanel}
      onOptions={() => void openOptions()}
      onLibrary={() => void openSaved()}
    />
  );
}

mount(document, followPresentation, <App />);
