import { type Appearance, TEXT_SIZES, THEMES } from '../lib/settings/settings';
import { Check, Choice } from './choice';
import { Sheet } from './sheet';
import { type MessageKey, useUi } from './ui';

const THEME_WORDS = {
  auto: 'themeAuto',
  light: 'themeLight',
  dark: 'themeDark',
} as const satisfies Record<Appearance['theme'], MessageKey>;

const SIZE_WORDS = {
  small: 'textSmall',
  normal: 'textNormal',
  large: 'textLarge',
} as const satisfies Record<Appearance['textSize'], MessageKey>;

interface AppearanceSectionProps {
  readonly appearance: Appearance;
  readonly onChange: (change: Partial<Appearance>) => void;
}

/** Colours, size of the text, length of lists: seen at once on this page and in every other that is open. */
export function AppearanceSection({ appearance, onChange }: AppearanceSectionProps) {
  const ui = useUi();
  return (
    <Sheet id="appearance" title="appearanceTitle" help="appearanceHelp">
      <Choice
        id="theme"
        label={ui.text('theme')}
        value={appearance.theme}
        options={THEMES.map((value) => ({ value, text: ui.text(THEME_WORDS[value]) }))}
        onChoose={(theme) => onChange({ theme })}
      />
      <Choice
        id="text-size"
        label={ui.text('textSize')}
        value={appearance.textSize}
        options={TEXT_SIZES.map((value) => ({ value, text: ui.text(SIZE_WORDS[value]) }))}
        onChoose={(textSize) => onChange({ textSize })}
      />
      <Check
        id="compact"
        label={ui.text('compact')}
        help={ui.text('compactHelp')}
        checked={appearance.compact}
        onCheck={(compact) => onChange({ compact })}
      />
    </Sheet>
  );
}
