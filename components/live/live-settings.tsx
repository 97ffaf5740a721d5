import type { LiveChoices } from '../../lib/coverage/live-choices';
import { Check, Choice } from '../choice';
import { useUi } from '../ui';

/** What may be chosen; the shapes of `lib/coverage/live-choices`, of which components know the types alone. */
const INTERVALS: readonly LiveChoices['intervalMinutes'][] = [15, 30, 60, 180, 360, 720, 1440];
const RETENTIONS: readonly LiveChoices['days'][] = [3, 7, 14, 30];
const SIZES: readonly LiveChoices['mostItems'][] = [5_000, 20_000, 50_000, 100_000];

interface LiveSettingsProps {
  readonly choices: LiveChoices;
  readonly onChoices: (change: Partial<LiveChoices>) => void;
}

/** How often feeds are read, how long and how much of them is kept. */
export function LiveSettings({ choices, onChoices }: LiveSettingsProps) {
  const ui = useUi();
  const minutes = (value: number): string =>
    value < 60 ? ui.duration(value, 'minute') : ui.duration(value / 60, 'hour');
  return (
    <>
      <Check
        id="live-paused"
        label={ui.text('livePause')}
        checked={choices.paused}
        onCheck={(paused) => onChoices({ paused })}
      />
      <NumberChoice
        id="live-interval"
        label={ui.text('liveInterval')}
        value={choices.intervalMinutes}
        values={INTERVALS}
        text={minutes}
        onChoose={(intervalMinutes) => onChoices({ intervalMinutes })}
      />
      <NumberChoice
        id="live-days"
        label={ui.text('liveDays')}
        value={choices.days}
        values={RETENTIONS}
        text={(value) => ui.duration(value, 'day')}
        onChoose={(days) => onChoices({ days })}
      />
      <NumberChoice
        id="live-most"
        label={ui.text('liveMost')}
        value={choices.mostItems}
        values={SIZES}
        text={(value) => ui.count('liveItems', value)}
        onChoose={(mostItems) => onChoices({ mostItems })}
      />
    </>
  );
}

interface NumberChoiceProps<T extends number> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly text: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

function NumberChoice<T extends number>({ id, label, value, values, text, onChoose }: NumberChoiceProps<T>) {
  return (
    <Choice
      id={id}
      label={label}
      value={String(value)}
      options={values.map((one) => ({ value: String(one), text: text(one) }))}
      onChoose={(written) => {
        const chosen = values.find((one) => String(one) === written);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}
