import { useUi } from './ui';

/** The name of the extension, as small as it may be, and the way to the options. */
export function TopBar({ onOptions }: { readonly onOptions: () => void }) {
  const ui = useUi();
  return (
    <header class="top-bar">
      <h1 class="brand">
        <img src="/icon/mark.svg" alt="" width="20" height="20" />
        {ui.text('extName')}
      </h1>
      <button type="button" class="quiet-button" id="options" onClick={onOptions}>
        {ui.text('options')}
      </button>
    </header>
  );
}
