import type { ComponentChildren } from 'preact';
import { type NotStored, NotStoredNotice } from './not-stored';
import { ReaderLanguages } from './reader-languages';
import { Sheet } from './sheet';
import { useUi } from './ui';

interface WelcomeProps {
  readonly languages: readonly string[];
  readonly choices: readonly string[];
  /** Whether the reader has pressed Done. */
  readonly done: boolean;
  readonly notStored: NotStored | null;
  readonly onLanguages: (change: (languages: readonly string[]) => readonly string[]) => void;
  readonly onDone: () => void;
  /** Offers sources of today's news in the languages chosen. */
  readonly offer?: ComponentChildren;
}

/** The first page after the installation: what it is in three sentences, the languages, done. */
export function Welcome({ languages, choices, done, notStored, onLanguages, onDone, offer }: WelcomeProps) {
  const ui = useUi();
  return (
    <main class="options welcome">
      <h1 class="brand brand-large">
        <img src="/icon/mark.svg" alt="" width="32" height="32" />
        {ui.text('welcomeTitle')}
      </h1>
      <NotStoredNotice notStored={notStored} />
      <p>{ui.text('welcomeWhat')}</p>
      <p>
        {ui.text('welcomeHow')} {ui.text('welcomeWhere')}
      </p>
      <p>{ui.text('welcomePrivate')}</p>
      <Sheet id="languages" title="welcomeLanguages" help="languagesHelp">
        <ReaderLanguages languages={languages} choices={choices} onChange={onLanguages} />
      </Sheet>
      <button type="button" class="main-button" id="done" onClick={onDone}>
        {ui.text('done')}
      </button>
      <p class="welcome-done" role="status">
        {done && ui.text('welcomeDone')}
      </p>
      {offer}
    </main>
  );
}
