import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from './ui';

interface RemovableListProps {
  readonly names: readonly string[];
  /** What the button beside each name says. */
  readonly action: string;
  readonly onRemove: (name: string) => void;
}

/** Names, each with a button that takes it off the list; "None." where there are none. */
export function RemovableList({ names, action, onRemove }: RemovableListProps) {
  const ui = useUi();
  const whole = useRef<HTMLDivElement>(null);
  /** The row that went by its button: the keyboard goes on where it was. */
  const gone = useRef<{ readonly name: string; readonly at: number } | null>(null);

  useLayoutEffect(() => {
    if (gone.current === null || names.includes(gone.current.name)) return;
    const buttons = whole.current?.querySelectorAll('button') ?? [];
    const next = buttons[Math.min(gone.current.at, buttons.length - 1)];
    (next ?? whole.current)?.focus();
    gone.current = null;
  }, [names]);

  return (
    <div ref={whole} tabIndex={-1}>
      {names.length === 0 ? (
        <p class="quiet">{ui.text('outletsNone')}</p>
      ) : (
        <ul>
          {names.map((name, at) => (
            <li class="removable-row" key={name}>
              <bdi>{name}</bdi>
              <button
                type="button"
                class="plain-button"
                aria-label={`${action}: ${name}`}
                onClick={() => {
                  gone.current = { name, at };
                  onRemove(name);
                }}
              >
                {action}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
