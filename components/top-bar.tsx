import { useUi } from './ui';

interface TopBarProps {
  readonly onOptions: () => void;
  readonly onLibrary: () => void;
}

/** The name of the extension, as small as it may be, and the ways to what was saved and to the options. */
export function TopBar({ onOptions, onLibrary }: TopBarProps) {
  const ui = useUi();
  return (
    <header class="top-bar">
      <h1 class="brand">
        <img src="/icon/mark.svg" alt="" width="20" height="20" />
        {ui.text('extName')}
      </h1>
      <button type="button" class="quiet-button" id="library" onClick={onLibrary}>
        {ui.text('library')}
      </button>
      <button type="button" class="quiet-button" id="options" onClick={onOptions}>
        {ui.text('options')}
      </button>
    </header>
  );
}
