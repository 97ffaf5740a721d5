import { browser } from 'wxt/browser';

/** A key of the extension as the browser has it now. */
export interface Shortcut {
  /** The command of the manifest, `_execute_action` for the toolbar button. */
  readonly command: string;
  /** As the browser writes it; empty where none is set. */
  readonly keys: string;
}

/** The extension's keys. The reader changes them in the browser, and another extension may have taken them. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, shortcut }) => ({ command: name ?? '', keys: shortcut ?? '' }));
}
