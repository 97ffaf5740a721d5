import { useEffect, useState } from 'preact/hooks';
import { DataSection } from '../../components/data-section';
import { mount } from '../../components/mount';
import { type Reader, ReaderContext } from '../../components/reader';
import { SavedPage } from '../../components/saved-page';
import { Sheet } from '../../components/sheet';
import { fileOf, markdownOf } from '../../components/story-files';
import { useUi } from '../../components/ui';
import type { HistoryEntry, SavedStory } from '../../lib/library/saved-story';
import type { StorageFailure } from '../../lib/library/storage-failure';
import { dataHandlers } from '../../lib/platform/data';
import { clearHistory, watchHistory } from '../../lib/platform/history';
import { removeStory, saveStory, watchSaved } from '../../lib/platform/library';
import { copy, download } from '../../lib/platform/pass-on';
import { followPresentation } from '../../lib/platform/presentation';
import { followSettings } from '../../lib/platform/settings';
import type { Settings } from '../../lib/settings/settings';
import { usePrivate } from '../sidepanel/private';

/** The reader as the settings have them; nothing is hidden, preferred or compared on this page. */
function readerOf(settings: Settings): Reader {
  return { ...settings, outlets: null, onCompare: () => {} };
}

function App() {
  const ui = useUi();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState<readonly SavedStory[] | null>(null);
  const [history, setHistory] = useState<readonly HistoryEntry[]>([]);
  /** Counts what must be drawn anew, with nothing of before in its memory. */
  const [round, setRound] = useState(0);
  const [savedFailure, setSavedFailure] = useState<StorageFailure | null>(null);
  const [historyFailure, setHistoryFailure] = useState<StorageFailure | null>(null);

  // What can be read again has failed no longer.
  useEffect(() => {
    const onChange = (list: readonly SavedStory[]): void => {
      setSaved(list);
      setSavedFailure(null);
    };
    return watchSaved(onChange, setSavedFailure);
  }, []);
  useEffect(() => {
    const onChange = (list: readonly HistoryEntry[]): void => {
      setHistory(list);
      setHistoryFailure(null);
    };
    return watchHistory(onChange, setHistoryFailure);
  }, []);
  useEffect(() => followSettings(setSettings), []);

  const window = usePrivate();

  if (settings === null || window === undefined) return null;
  const { languages } = settings;
  const deleteAll = async (): Promise<StorageFailure | null> => {
    const outcome = await dataHandlers.onDeleteAll();
    setRound(round + 1);
    return outcome;
  };
  return (
    <ReaderContext.Provider value={readerOf(settings)}>
      <main class="options">
        <SavedPage
          key={round}
          saved={saved}
          history={history}
          historyOn={settings.history}
          failure={savedFailure ?? historyFailure}
          onCopyMarkdown={(one) => copy(markdownOf(one, ui, languages))}
          onExport={(one, kind) => download(fileOf(one, kind, languages))}
          onRemove={removeStory}
          onRestore={saveStory}
          onClearHistory={clearHistory}
        />
        {window.isPrivate ? (
          <Sheet id="data" title="dataTitle" help="livePrivate" />
        ) : (
          <DataSection {...dataHandlers} onDeleteAll={deleteAll} />
        )}
      </main>
    </ReaderContext.Provider>
  );
}

mount(document, followPresentation, <App />, 'libraryTitle');
