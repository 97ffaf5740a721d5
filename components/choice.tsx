import { directionOf } from '../lib/languages/direction';

interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  /** Language of the text, where it is not the interface's. */
  readonly lang?: string;
}

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}

/** One of several, chosen from a list. */
export function Choice<T extends string>({ id, label, value, options, onChoose }: ChoiceProps<T>) {
  const choose = (chosen: string): void => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChoose(option.value);
  };
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            dir={option.lang === undefined ? undefined : directionOf(option.lang)}
          >
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckProps {
  readonly id: string;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help?: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** Something that is on or off. */
export function Check({ id, label, help, checked, onCheck }: CheckProps) {
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {help !== undefined && (
        <p class="quiet" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
