import { useEffect, useState } from 'preact/hooks';
import { LiveOffer } from '../../components/live/live-offer';
import { mount } from '../../components/mount';
import { useStoring } from '../../components/not-stored';
import { Welcome } from '../../components/welcome';
import type { FeedChoice } from '../../lib/coverage/followed-feed';
import { USUAL_LANGUAGES } from '../../lib/languages/usual-languages';
import { followFeeds } from '../../lib/platform/live/feeds';
import { offeredFeeds } from '../../lib/platform/live/offer';
import { askForIndexFacts } from '../../lib/platform/messages';
import { openOptions } from '../../lib/platform/panel';
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
      offer={<Offer languages={languages} />}
      // The languages that are seen are meant: from now on they no longer follow the browser's.
      onDone={() => store(changeSettings(() => ({ languages })).then(() => setDone(true)))}
    />
  );
}

/** Sources of today's news in the languages chosen so far. */
function Offer({ languages }: { readonly languages: readonly string[] }) {
  const [feeds, setFeeds] = useState<readonly FeedChoice[]>([]);
  const [until, setUntil] = useState<string | null>(null);
  useEffect(() => {
    void askForIndexFacts().then((reply) => setUntil(reply.ok ? reply.value.to : null));
  }, []);
  useEffect(() => {
    let gone = false;
    void offeredFeeds(languages).then((some) => {
      if (!gone) setFeeds(some);
    });
    return () => {
      gone = true;
    };
  }, [languages]);
  return <LiveOffer feeds={feeds} until={until} onFollow={followFeeds} onChoose={() => void openOptions()} />;
}

mount(document, followPresentation, <App />, 'welcomeTitle');
