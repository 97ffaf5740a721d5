import { browser } from 'wxt/browser';

/** Whether this browser can tell that the reader saves data: Chromium can, Firefox cannot. */
export function tellsDataSaving(): boolean {
  return 'connection' in navigator;
}

/** Whether the reader has asked the browser to save data. */
export function isSavingData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
}

/**
 * Whether a window is open that is not private. Where all are private, or none is open, the browser makes no request on
 * our behalf: who watches the line would see that it is in use.
 */
export async function hasOrdinaryWindow(): Promise<boolean> {
  const windows = await browser.windows.getAll();
  return windows.some(({ incognito }) => !incognito);
}
