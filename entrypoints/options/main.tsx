import { useEffect, useState } from 'preact/hooks';
import { DataSection } from '../../components/data-section';
import { mount } from '../../components/mount';
import { useStoring } from '../../components/not-stored';
import type { Failure } from '../../components/notice';
import { Options } from '../../components/options';
import { Sheet } from '../../components/sheet';
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
import { usePrivate } from '../sidepanel/private';
import { LiveTools } from './live-tools';

const BROWSER_LANGUAGE = browserLanguage();
const INTERFACE_LANGUAGES = offeredInterfaceLanguages();

function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [facts, setFacts] = useState<IndexFacts | Failure | null>(null);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [follows, setFollows] = useState(false);
  // Nothing is drawn before it is stored: what is seen is what holds, here and in every other view.
  const { notStored, store } = useStoring();

  useEffect(() => followSettings(setSettings), []);
  useEffect(() => {
    void askForIndexFacts().then((reply) => setFacts(reply.ok ? reply.value : reply.error));
    void listShortcuts().then(setShortcuts);
  }, []);

  const window = usePrivate();

  if (settings === null || window === undefined) return null;
  const { isPrivate } = window;
  const ofIndex = facts !== null && 'languages' in facts ? facts.languages : [];
  return (
    <Options
      settings={settings}
      languageChoices={tidyLanguages([...ofIndex, ...USUAL_LANGUAGES])}
      interfaceLanguages={INTERFACE_LANGUAGES}
      browserLanguage={BROWSER_LANGUAGE}
      shortcuts={shortcuts}
      facts={facts}
      notStored={notStored}
      live={
        isPrivate ? (
          <Sheet id="live" title="liveTitle" help="livePrivate" />
        ) : (
          <LiveTools languages={settings.languages} onFollows={setFollows} />
        )
      }
      follows={follows}
      data={isPrivate ? null : <DataSection {...dataHandlers} />}
      onChange={(change) => store(changeSettings(change))}
      onSiteOff={(host) => store(turnSiteOff(host))}
    />
  );
}

mount(document, followPresentation, <App />, 'optionsTitle');
