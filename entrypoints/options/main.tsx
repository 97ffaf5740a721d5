import { useEffect, useState } from 'preact/hooks';
import { DataSection } from '../../components/data-section';
import { mount } from '../../components/mount';
import type { Failure } from '../../components/notice';
import { Options } from '../../components/options';
import { USUAL_LANGUAGES } from '../../lib/languages/usual-languages';
import type { IndexFacts } from '../../lib/match/types';
import { dataHandlers } from '../../lib/platform/data';
import { browserLanguage, offeredInterfaceLanguages } from '../../lib/platform/interface';
import { askForIndexFacts } from '../../lib/platform/messages';
import { followPresentation } from '../../lib/platform/presentation';
import { changeSettings, followSettings } from '../../lib/platform/settings';
import { listShortcuts, type Shortcut } from '../../lib/platform/shortcuts';
import { turnSiteOff } from '../../lib/platform/sites';
import { type Settings, tidyLanguages } from '../../lib/settings/settings';
import { LiveTools } from './live-tools';

const BROWSER_LANGUAGE = browserLanguage();
const INTERFACE_LANGUAGES = offeredInterfaceLanguages();

/** An object, so that a second failure draws the page anew: its controls go back to what is stored. */
interface NotStored {
  readonly words: string;
}

function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [facts, setFacts] = useState<IndexFacts | Failure | null>(null);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [follows, setFollows] = useState(false);
  const [notStored, setNotStored] = useState<NotStored | null>(null);

  useEffect(() => followSettings(setSettings), []);
  useEffect(() => {
    void askForIndexFacts().then((reply) => setFacts(reply.ok ? reply.value : reply.error));
    void listShortcuts().then(setShortcuts);
  }, []);

  // Nothing is drawn before it is stored: what is seen is what holds, here and in every other view.
  const sayIfNotStored = (storing: Promise<unknown>): void => {
    storing.then(
      () => setNotStored(null),
      (error: unknown) => setNotStored({ words: error instanceof Error ? error.message : String(error) }),
    );
  };
  if (settings === null) return null;
  const ofIndex = facts !== null && 'languages' in facts ? facts.languages : [];
  return (
    <Options
      settings={settings}
      languageChoices={tidyLanguages([...ofIndex, ...USUAL_LANGUAGES])}
      interfaceLanguages={INTERFACE_LANGUAGES}
      browserLanguage={BROWSER_LANGUAGE}
      shortcuts={shortcuts}
      facts={facts}
      notStored={notStored?.words ?? null}
      live={<LiveTools languages={settings.languages} onFollows={setFollows} />}
      follows={follows}
      data={<DataSection {...dataHandlers} />}
      onChange={(change) => sayIfNotStored(changeSettings(change))}
      onSiteOff={(host) => sayIfNotStored(turnSiteOff(host))}
    />
  );
}

mount(document, followPresentation, <App />, 'optionsTitle');
