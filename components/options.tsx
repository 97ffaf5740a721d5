import type { ComponentChildren } from 'preact';
import type { IndexFacts } from '../lib/match/types';
import type { Settings } from '../lib/settings/settings';
import { AppearanceSection } from './appearance-section';
import { Check } from './choice';
import { IndexSection } from './index-section';
import { InterfaceSection } from './interface-section';
import { type NotStored, NotStoredNotice } from './not-stored';
import type { Failure } from './notice';
import { OutletsSection } from './outlets-section';
import { ReaderLanguages } from './reader-languages';
import { RemovableList } from './removable-list';
import { Sheet } from './sheet';
import { ShortcutsSection } from './shortcuts-section';
import { useUi } from './ui';

interface OptionsProps {
  readonly settings: Settings;
  /** Languages that may be added to those the reader reads. */
  readonly languageChoices: readonly string[];
  /** Languages that Sidelight speaks. */
  readonly interfaceLanguages: readonly string[];
  /** The one of them that the browser's language comes to. */
  readonly browserLanguage: string;
  readonly shortcuts: readonly { readonly command: string; readonly keys: string }[];
  /** What the index covers; null while it is being read. */
  readonly facts: IndexFacts | Failure | null;
  readonly notStored: NotStored | null;
  /** Today's news: the section of what is followed. */
  readonly live: ComponentChildren;
  /** Whether any feed is followed: then requests are made. */
  readonly follows: boolean;
  /** What can be done with everything that is kept. */
  readonly data: ComponentChildren;
  /** Changes the settings as they are by then: another view may have changed them since they were drawn. */
  readonly onChange: (change: (settings: Settings) => Partial<Settings>) => void;
  readonly onSiteOff: (host: string) => void;
}

/** The options page: every choice, what is inside, what leaves the machine. */
export function Options(props: OptionsProps) {
  const { settings, onChange } = props;
  const ui = useUi();
  return (
    <main class="options">
      <h1 class="brand brand-large">
        <img src="/icon/mark.svg" alt="" width="32" height="32" />
        {ui.text('optionsTitle')}
      </h1>
      <NotStoredNotice notStored={props.notStored} />
      <Sheet id="languages" title="languagesTitle" help="languagesHelp">
        <ReaderLanguages
          languages={settings.languages}
          choices={props.languageChoices}
          onChange={(change) => onChange(({ languages }) => ({ languages: change(languages) }))}
        />
      </Sheet>
      <InterfaceSection
        chosen={settings.interfaceLanguage}
        offered={props.interfaceLanguages}
        browserLanguage={props.browserLanguage}
        onChoose={(interfaceLanguage) => onChange(() => ({ interfaceLanguage }))}
      />
      <AppearanceSection appearance={settings} onChange={(change) => onChange(() => change)} />
      {props.live}
      <OutletsSection
        hiddenOutlets={settings.hiddenOutlets}
        preferredOutlets={settings.preferredOutlets}
        onRemove={(list, outlet) => onChange((kept) => ({ [list]: kept[list].filter((name) => name !== outlet) }))}
      />
      <Sheet id="sites" title="sitesTitle" help="sitesHelp">
        <RemovableList names={settings.sites} action={ui.text('siteOff')} onRemove={props.onSiteOff} />
      </Sheet>
      <Sheet id="history" title="historyTitle">
        <Check
          id="keep-history"
          label={ui.text('historyOn')}
          help={ui.text('historyHelp')}
          checked={settings.history}
          onCheck={(history) => onChange(() => ({ history }))}
        />
        <p>
          <a href="/saved.html">{ui.text('libraryTitle')}</a>
        </p>
      </Sheet>
      {props.data}
      <ShortcutsSection shortcuts={props.shortcuts} />
      <IndexSection facts={props.facts} />
      <Sheet id="privacy" title="privacyTitle">
        <p>{ui.text(props.follows ? 'privacyFeeds' : 'privacyNothing')}</p>
        <p class="quiet">{ui.text('privacyHow')}</p>
      </Sheet>
    </main>
  );
}
