import { Choice } from './choice';
import { Sheet } from './sheet';
import { useUi } from './ui';

interface InterfaceSectionProps {
  /** The language chosen; null for the browser's. */
  readonly chosen: string | null;
  readonly offered: readonly string[];
  /** What the browser's language comes to. */
  readonly browserLanguage: string;
  readonly onChoose: (language: string | null) => void;
}

/** Value of the choice that leaves it to the browser: no language tag is empty. */
const AS_BROWSER = '';

/** The language of Sidelight itself. Each is written in itself, to be found by who reads no other. */
export function InterfaceSection({ chosen, offered, browserLanguage, onChoose }: InterfaceSectionProps) {
  const ui = useUi();
  const languages = offered.map((lang) => ({ value: lang, text: ui.ownLanguageName(lang), lang }));
  return (
    <Sheet id="interface" title="interfaceTitle" help="interfaceHelp">
      <Choice
        id="interface-language"
        label={ui.text('language')}
        value={chosen !== null && offered.includes(chosen) ? chosen : AS_BROWSER}
        options={[
          { value: AS_BROWSER, text: ui.text('interfaceAuto', ui.languageName(browserLanguage)) },
          ...languages.sort((a, b) => a.text.localeCompare(b.text, ui.locale)),
        ]}
        onChoose={(value) => onChoose(value === AS_BROWSER ? null : value)}
      />
    </Sheet>
  );
}
