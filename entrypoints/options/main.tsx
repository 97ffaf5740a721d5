import { useEffect, useState } from 'preact/hooks';
import { mount } from '../../components/mount';
import type { Failure } from '../../components/notice';
import { Options } from '../../components/options';
import { USUAL_LANGUAGES } from '../../lib/languages/usual-languages';
import type { IndexFacts } from '../../lib/match/types';
import { interfaceLanguage } from '../../lib/platform/interface';
import { askForIndexFacts } from '../../lib/platform/messages';
import { changeSettings, loadSettings } from '../../lib/platform/settings';
import { tidyLanguages } from '../../lib/settings/settings';

function App() {
  const [languages, setLanguages] = useState<readonly string[] | null>(null);
  const [facts, setFacts] = useState<IndexFacts | Failure | null>(null);

  useEffect(() => {
    void loadSettings().then((settings) => setLanguages(settings.languages));
    void askForIndexFacts().then((reply) => setFacts(reply.ok ? reply.value : reply.error));
  }, []);

  const choose = (chosen: readonly string[]): void => {
    setLanguages(chosen);
    void changeSettings(() => ({ languages: chosen }));
  };
  if (languages === null) return null;
  const ofIndex = facts !== null && 'languages' in facts ? facts.languages : [];
  const choices = tidyLanguages([...ofIndex, ...USUAL_LANGUAGES]);
  return <Options languages={languages} choices={choices} facts={facts} onLanguages={choose} />;
}

mount(document, interfaceLanguage(), <App />);
