import { Status } from './status';
import { useUi } from './ui';

interface CompareBarProps {
  /** Addresses chosen so far, two at most. */
  readonly chosen: readonly string[];
  readonly onCompare: (urls: readonly [string, string]) => void;
  readonly onClear: () => void;
}

/** Opens two chosen reports side by side; until there are two it says what to do. */
export function CompareBar({ chosen, onCompare, onClear }: CompareBarProps) {
  const ui = useUi();
  const [first, second] = chosen;
  const waiting = first !== undefined && second === undefined;
  return (
    <div class={first === undefined ? undefined : 'compare'}>
      <Status words={waiting ? ui.text('compareHelp') : ''} />
      {first !== undefined && second !== undefined && (
        <button type="button" class="plain-button compare-button" onClick={() => onCompare([first, second])}>
          {ui.text('compare')}
        </button>
      )}
      {first !== undefined && (
        <button type="button" class="quiet-button" onClick={onClear}>
          {ui.text('cancel')}
        </button>
      )}
    </div>
  );
}
