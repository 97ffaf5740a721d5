import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import type { LiveChoices } from '../../lib/coverage/live-choices';
import type { StorageFailure } from '../../lib/library/storage-failure';
import { Sheet } from '../sheet';
import { Status } from '../status';
import { storageWords } from '../storage-words';
import { useUi } from '../ui';
import { AddFeeds } from './add-feeds';
import { FeedChooser, type OfferedFeed } from './feed-chooser';
import { type FeedActions, FeedRow, type ListedFeed } from './feed-row';
import { LiveSettings } from './live-settings';

/** What the live index holds. */
export interface LiveContents {
  readonly items: number;
  readonly from: string | null;
  readonly to: string | null;
}

export interface LiveSectionProps {
  readonly feeds: readonly ListedFeed[];
  readonly contents: LiveContents;
  readonly choices: LiveChoices;
  readonly catalogue: readonly OfferedFeed[];
  readonly languages: readonly string[];
  /** Why what came in could last not be kept. */
  readonly failure: StorageFailure | null;
  /** Whether the browser can tell that the reader saves data. */
  readonly tellsSaving: boolean;
  readonly actions: FeedActions;
  /** First thing in the click: the browser asks once for all of them. Resolves to whether it was allowed. */
  readonly onFollow: (feeds: readonly FeedChoice[]) => Promise<boolean>;
  readonly onChoices: (change: Partial<LiveChoices>) => void;
  readonly onReadNow: () => Promise<void>;
  /** The feeds of a list in a file; null where it is none. */
  readonly onImport: (file: File) => Promise<readonly FeedChoice[] | null>;
  readonly onExport: () => void;
  /** Indexes of others, subscribed to. */
  readonly subscriptions: ComponentChildren;
  /** An address as it would be kept; null where it is none. */
  readonly toAddress: (written: string) => string | null;
}

/** Today's news: what is followed, what else may be, how often it is read and how long it is kept. */
export function LiveSection(props: LiveSectionProps) {
  const { feeds, contents, catalogue, languages, failure, tellsSaving, actions, onFollow } = props;
  const ui = useUi();
  const [chosen, setChosen] = useState<readonly FeedChoice[]>([]);
  const [status, setStatus] = useState('');
  const [reading, setReading] = useState(false);
  const followed = new Set(feeds.map(({ address }) => address));
  const fresh = chosen.filter(({ address }) => !followed.has(address));
  const follow = (): void => {
    void onFollow(fresh).then((granted) => {
      if (granted) setChosen([]);
      setStatus(granted ? '' : ui.text('siteRefused'));
    });
  };
  const readNow = (): void => {
    setReading(true);
    void props.onReadNow().finally(() => setReading(false));
  };
  return (
    <Sheet id="live" title="liveTitle" help="liveHelp">
      <p class="quiet">{ui.text('liveLeaves')}</p>
      <p class="quiet">{ui.text(tellsSaving ? 'liveSaving' : 'liveSavingUnknown')}</p>
      <h3 class="sub-head">{ui.text('liveFollowed')}</h3>
      {failure !== null && <p class="notice notice-error">{storageWords(ui, failure)}</p>}
      {feeds.length === 0 ? (
        <p class="quiet">{ui.text('outletsNone')}</p>
      ) : (
        <>
          <ul class="feeds">
            {feeds.map((feed) => (
              <FeedRow key={feed.address} feed={feed} actions={actions} />
            ))}
          </ul>
          <p class="quiet" id="live-contents">
            {ui.count('liveItems', contents.items)}
            {contents.from !== null && contents.to !== null && ` · ${ui.date(contents.from)} – ${ui.date(contents.to)}`}
          </p>
          <div class="actions">
            <button type="button" class="plain-button" id="read-feeds" disabled={reading} onClick={readNow}>
              {ui.text('liveReadNow')}
            </button>
            <button type="button" class="plain-button" id="export-feeds" onClick={props.onExport}>
              {ui.text('liveExport')}
            </button>
          </div>
        </>
      )}
      <h3 class="sub-head">{ui.text('liveChoose')}</h3>
      <FeedChooser
        catalogue={catalogue}
        followed={followed}
        languages={languages}
        chosen={chosen}
        onChosen={setChosen}
      />
      <AddFeeds
        toAddress={props.toAddress}
        onImport={props.onImport}
        onAdd={(more) => setChosen((before) => joined(before, more))}
      />
      {fresh.length > 0 && (
        <>
          <p class="quiet">{ui.list(fresh.map(({ name, address }) => name || new URL(address).host))}</p>
          <button type="button" class="main-button" id="follow-feeds" onClick={follow}>
            {ui.count('followFeeds', fresh.length)}
          </button>
          <p class="quiet">{ui.text('livePrompt')}</p>
        </>
      )}
      <Status words={status} />
      {props.subscriptions}
      <LiveSettings choices={props.choices} onChoices={props.onChoices} />
    </Sheet>
  );
}

function joined(before: readonly FeedChoice[], more: readonly FeedChoice[]): readonly FeedChoice[] {
  const known = new Set(before.map(({ address }) => address));
  return [...before, ...more.filter(({ address }) => !known.has(address))];
}
