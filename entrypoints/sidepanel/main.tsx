import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { PageState } from '../../components/page-state';
import { Panel } from '../../components/panel';
import { watchActiveTab } from '../../lib/platform/active-tab';
import { interfaceLanguage } from '../../lib/platform/interface';
import { openOptions } from '../../lib/platform/panel';
import { loadSettings, watchSettings } from '../../lib/platform/settings';

function App() {
  const [state, setState] = useState<PageState>(null);
  const [readerLangs, setReaderLangs] = useState<readonly string[] | null>(null);

  useEffect(() => watchActiveTab(setState), []);
  useEffect(() => {
    void loadSettings().then(({ languages }) => setReaderLangs(languages));
    return watchSettings(({ languages }) => setReaderLangs(languages));
  }, []);

  // Drawn once the order of languages is known: groups that change places under the eye are worse than a moment's wait.
  if (readerLangs === null) return null;
  return <Panel state={state} readerLangs={readerLangs} onOptions={() => void openOptions()} />;
}

mount(document, interfaceLanguage(), <App />);
