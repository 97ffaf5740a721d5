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
  if (first === undefined) return null;
  return (
    <div class="compare">
      {second === undefined ? (
        <p class="quiet">{ui.text('compareHelp')}</p>
      ) : (
        <button type="button" class="plain-button" id="compare" onClick={() => onCompare([first, second])}>
          {ui.text('compare')}
        </button>
      )}
      <button type="button" class="quiet-button" onClick={onClear}>
        {ui.text('cancel')}
      </button>
    </div>
  );
}
