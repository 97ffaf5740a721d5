import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import { useStoring } from '../../components/not-stored';
import { Welcome } from '../../components/welcome';
import { USUAL_LANGUAGES } from '../../lib/languages/usual-languages';
import { followPresentation } from '../../lib/platform/presentation';
import { changeSettings, followSettings } from '../../lib/platform/settings';
import type { Settings } from '../../lib/settings/settings';

function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [done, setDone] = useState(false);
  const { notStored, store } = useStoring();

  useEffect(() => followSettings(setSettings), []);

  if (settings === null) return null;
  const { languages } = settings;
  return (
    <Welcome
      languages={languages}
      choices={USUAL_LANGUAGES}
      done={done}
      notStored={notStored}
      onLanguages={(change) => store(changeSettings((kept) => ({ languages: change(kept.languages) })))}
      // The languages that are seen are meant: from now on they no longer follow the browser's.
      onDone={() => store(changeSettings(() => ({ languages })).then(() => setDone(true)))}
    />
  );
}

mount(document, followPresentation, <App />, 'welcomeTitle');
