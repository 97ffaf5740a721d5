import type { Settings } from '../lib/settings/settings';
import { RemovableList } from './removable-list';
import { Sheet } from './sheet';
import { useUi } from './ui';

type Outlets = Pick<Settings, 'hiddenOutlets' | 'preferredOutlets'>;

interface OutletsSectionProps extends Outlets {
  /** Takes an outlet off one of the lists. */
  readonly onRemove: (list: keyof Outlets, outlet: string) => void;
}

/** Outlets that the reader hides or wants first. */
export function OutletsSection({ hiddenOutlets, preferredOutlets, onRemove }: OutletsSectionProps) {
  const ui = useUi();
  return (
    <Sheet id="outlets" title="outletsTitle" help="outletsHelp">
      <h3 class="sub-head">{ui.text('outletsHidden')}</h3>
      <RemovableList
        names={hiddenOutlets}
        action={ui.text('showAgain')}
        onRemove={(outlet) => onRemove('hiddenOutlets', outlet)}
      />
      <h3 class="sub-head">{ui.text('outletsPreferred')}</h3>
      <RemovableList
        names={preferredOutlets}
        action={ui.text('unpreferOutlet')}
        onRemove={(outlet) => onRemove('preferredOutlets', outlet)}
      />
    </Sheet>
  );
}
