import { Sheet } from './sheet';
import { useUi } from './ui';

/** The command of the toolbar button, as browsers name it. */
const READ = '_execute_action';

interface ShortcutsSectionProps {
  readonly shortcuts: readonly { readonly command: string; readonly keys: string }[];
}

/** The keys of the extension, as the browser has them. */
export function ShortcutsSection({ shortcuts }: ShortcutsSectionProps) {
  const ui = useUi();
  return (
    <Sheet id="shortcuts" title="shortcutsTitle">
      <dl class="index-facts">
        {shortcuts
          .filter(({ command }) => command === READ)
          .map(({ command, keys }) => (
            <div key={command}>
              <dt>{ui.text('shortcutRead')}</dt>
              <dd>{keys === '' ? ui.text('shortcutNone') : <kbd dir="ltr">{keys}</kbd>}</dd>
            </div>
          ))}
      </dl>
      <p class="quiet">{ui.text('shortcutsHelp')}</p>
    </Sheet>
  );
}
