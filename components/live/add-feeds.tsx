import { useRef, useState } from 'preact/hooks';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { FileButton } from '../file-button';
import { Status } from '../status';
import { useUi } from '../ui';

interface AddFeedsProps {
  readonly toAddress: (written: string) => string | null;
  readonly onImport: (file: File) => Promise<readonly FeedChoice[] | null>;
  readonly onAdd: (feeds: readonly FeedChoice[]) => void;
}

/** Feeds that are in no catalogue: by their address, or from a list in a file. */
export function AddFeeds({ toAddress, onImport, onAdd }: AddFeedsProps) {
  const ui = useUi();
  const [words, setWords] = useState('');
  const address = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const kept = toAddress(address.current?.value ?? '');
    setWords(kept === null ? ui.text('liveBadAddress') : '');
    if (kept === null) return;
    onAdd([{ address: kept, name: '', lang: null }]);
    if (address.current !== null) address.current.value = '';
  };
  const take = async (list: File): Promise<void> => {
    const feeds = await onImport(list);
    setWords(feeds === null ? ui.text('liveBadList') : '');
    if (feeds !== null) onAdd(feeds);
  };
  return (
    <>
      <form
        class="add-language"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for="feed-address">{ui.text('liveAddress')}</label>
        <input type="url" id="feed-address" class="address" dir="ltr" placeholder="https://" ref={address} />
        <button type="submit" class="plain-button" id="add-feed">
          {ui.text('add')}
        </button>
      </form>
      <div class="actions">
        <FileButton
          id="import-feeds"
          label={ui.text('liveImport')}
          accept=".opml,.xml,text/xml,text/x-opml"
          onFile={take}
        />
      </div>
      <Status words={words} />
    </>
  );
}
