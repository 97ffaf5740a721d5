import { useRef, useState } from 'preact/hooks';
import type { Subscription, SubscriptionState } from '../../lib/coverage/subscription';
import { Status } from '../status';
import { type MessageKey, type Ui, useUi } from '../ui';
import { FETCH_WORDS } from './fetch-words';

type Listed = Subscription & { readonly granted: boolean };

interface SubscriptionsProps {
  readonly subscriptions: readonly Listed[];
  readonly toAddress: (written: string) => string | null;
  /** First thing in the click. Resolves to whether it was allowed. */
  readonly onSubscribe: (address: string) => Promise<boolean>;
  readonly onUnsubscribe: (address: string) => void;
}

const STATE_WORDS: Readonly<Record<SubscriptionState, MessageKey>> = {
  ...FETCH_WORDS,
  'too-large': 'indexTooLarge',
  'no-index': 'indexNone',
  older: 'indexOlder',
  damaged: 'indexDamaged',
};

function wordsOf(ui: Ui, { granted, state, detail, readAt }: Listed): string {
  if (!granted) return ui.text('feedNotAllowed');
  const when = state === 'ok' && readAt !== null ? ui.moment(new Date(readAt).toISOString()) : detail;
  return ui.text(STATE_WORDS[state], when);
}

/** Indexes that others build: a newsroom's, a university's, a release's. */
export function Subscriptions({ subscriptions, toAddress, onSubscribe, onUnsubscribe }: SubscriptionsProps) {
  const ui = useUi();
  const address = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const subscribe = (): void => {
    const kept = toAddress(address.current?.value ?? '');
    if (kept === null) setWords(ui.text('indexBadAddress'));
    else void onSubscribe(kept).then((granted) => setWords(granted ? '' : ui.text('siteRefused')));
  };
  return (
    <>
      <h3 class="sub-head">{ui.text('indexesTitle')}</h3>
      <p class="quiet">{ui.text('indexesHelp')}</p>
      {subscriptions.length > 0 && (
        <ul class="feeds">
          {subscriptions.map((one) => (
            <li
              key={one.address}
              class="feed-row"
              data-state={one.granted ? one.state : 'not-allowed'}
              data-index={one.address}
            >
              <div class="feed-what">
                <bdi dir="ltr">{one.address.replace('https://', '')}</bdi>
                <span class="report-facts">
                  <span class="feed-state">{wordsOf(ui, one)}</span>
                </span>
              </div>
              <button
                type="button"
                class="plain-button"
                data-do="remove"
                aria-label={`${ui.text('remove')}: ${one.address}`}
                onClick={() => onUnsubscribe(one.address)}
              >
                {ui.text('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="add-language"
        onSubmit={(event) => {
          event.preventDefault();
          subscribe();
        }}
      >
        <label for="index-address">{ui.text('indexAddress')}</label>
        <input
          type="url"
          id="index-address"
          class="address"
          dir="ltr"
          placeholder="https://…/manifest.json"
          ref={address}
        />
        <button type="submit" class="plain-button" id="subscribe">
          {ui.text('followFeed')}
        </button>
      </form>
      <Status words={words} />
    </>
  );
}
