import { useState } from 'preact/hooks';
import type { HistoryEntry, SavedStory } from '../lib/library/saved-story';
import { searchSaved } from '../lib/library/search-saved';
import type { StorageFailure } from '../lib/library/storage-failure';
import { HistorySection } from './history-section';
import { Notice } from './notice';
import { RemovedItem, SavedItem, type SavedTools } from './saved-item';
import { Status } from './status';
import { storageWords } from './storage-words';
import { useUi } from './ui';

interface SavedPageProps extends Omit<SavedTools, 'onRemove'> {
  /** Latest first; null while they are being read. */
  readonly saved: readonly SavedStory[] | null;
  readonly history: readonly HistoryEntry[];
  /** Whether the reader keeps a history. */
  readonly historyOn: boolean;
  /** Why what is kept cannot be read. */
  readonly failure: StorageFailure | null;
  readonly onRemove: (id: string) => Promise<StorageFailure | null>;
  readonly onRestore: (saved: SavedStory) => Promise<StorageFailure | null>;
  readonly onClearHistory: () => Promise<StorageFailure | null>;
}

/** The page of saved stories, and of the reading history where there is one. */
export function SavedPage(props: SavedPageProps) {
  const ui = useUi();
  const { saved, history, historyOn, failure, onClearHistory } = props;
  const [status, setStatus] = useState('');
  /** A history that was cleared here stays to say so, even where none is kept any more. */
  const [cleared, setCleared] = useState(false);
  const report = (outcome: StorageFailure | null): void => setStatus(storageWords(ui, outcome));
  const clear = (): void => {
    setCleared(true);
    void onClearHistory().then(report);
  };
  return (
    <>
      <h1 class="brand brand-large">
        <img src="/icon/mark.svg" alt="" width="32" height="32" />
        {ui.text('libraryTitle')}
      </h1>
      {failure !== null && (
        <Notice title={ui.text('somethingFailed')} tone="error">
          <p>{storageWords(ui, failure)}</p>
        </Notice>
      )}
      {saved !== null && <SavedList {...props} saved={saved} onFailure={report} />}
      <Status words={status} />
      {(historyOn || history.length > 0 || cleared) && <HistorySection history={history} onClear={clear} />}
    </>
  );
}

/** The place of a removed story among the items: not the one that the story itself has. */
const removedKey = ({ id }: SavedStory): string => `removed ${id}`;

interface SavedListProps extends Pick<SavedPageProps, 'onCopyMarkdown' | 'onExport' | 'onRemove' | 'onRestore'> {
  readonly saved: readonly SavedStory[];
  readonly onFailure: (failure: StorageFailure | null) => void;
}

/** The list with its search. What was removed last stays in memory, and its place in the list, until the page closes. */
function SavedList({ saved, onCopyMarkdown, onExport, onRemove, onRestore, onFailure }: SavedListProps) {
  const ui = useUi();
  const [words, setWords] = useState('');
  const [removed, setRemoved] = useState<SavedStory | null>(null);
  const [failure, setFailure] = useState('');
  /** The item on which the keyboard goes on, as soon as it is there. */
  const [focused, setFocused] = useState<string | null>(null);
  const remove = async (one: SavedStory): Promise<void> => {
    const outcome = await onRemove(one.id);
    onFailure(outcome);
    if (outcome !== null) return;
    setFailure('');
    setFocused(removedKey(one));
    setRemoved(one);
  };
  const undo = async (one: SavedStory): Promise<void> => {
    const outcome = await onRestore(one);
    setFailure(storageWords(ui, outcome));
    if (outcome !== null) return;
    setFocused(one.id);
    setRemoved(null);
  };
  const search = (typed: string): void => {
    setFocused(null);
    setWords(typed);
  };
  const gone = removed !== null && !saved.some(({ id }) => id === removed.id) ? removed : null;
  const all = gone === null ? saved : [...saved, gone].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const found = searchSaved(all, words);
  if (all.length === 0) return <p class="sheet">{ui.text('libraryEmpty')}</p>;
  const onFocused = (): void => setFocused(null);
  const tools = { onCopyMarkdown, onExport, onRemove: (one: SavedStory) => void remove(one) };
  return (
    <>
      <label class="saved-search">
        {ui.text('librarySearch')}
        <input type="search" value={words} onInput={(event) => search(event.currentTarget.value)} />
      </label>
      <p class="quiet" role="status" aria-live="polite" id="saved-count">
        {found.length === 0
          ? ui.text('libraryNoMatch')
          : ui.count('savedStories', found.filter((one) => one !== gone).length)}
      </p>
      <ul class="saved-list">
        {found.map((one) =>
          one === gone ? (
            <RemovedItem
              key={removedKey(one)}
              saved={one}
              failure={failure}
              focused={focused === removedKey(one)}
              onFocused={onFocused}
              onUndo={() => void undo(one)}
            />
          ) : (
            <SavedItem key={one.id} saved={one} tools={tools} focused={focused === one.id} onFocused={onFocused} />
          ),
        )}
      </ul>
    </>
  );
}
