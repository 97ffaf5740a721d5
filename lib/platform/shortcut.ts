import { browser } from 'wxt/browser';

/** The key that reads the page, as the browser writes it; '' where none is set. */
export async function readShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}
