import { expect } from 'vitest';
import { shownText } from '../../lib/languages/shown-text';
import { RAN } from '../../lib/payloads.testing';
import { intrudersIn } from './intruders';
import type { Session } from './session';
import type { View } from './view';

/** No code of a payload has run here, and none has become more than a text. */
export async function expectUnharmed(view: View): Promise<void> {
  expect(await view.evaluate(RAN)).toBe(false);
  expect(await intrudersIn(view)).toEqual([]);
}

/** No payload has asked the server for anything. */
export function expectUnasked({ server }: Session): void {
  expect(server.asked.filter((path) => path.includes('hit'))).toEqual([]);
}

/** Each text stands on the page as the letters that it has. */
export async function showsText(view: View, texts: readonly string[]): Promise<void> {
  const shown = String(await view.evaluate(`document.body.textContent.replace(/\\s+/g, ' ')`));
  // Half a character does not come through the browser's protocol.
  const whole = texts.filter((text) => !/\p{Cs}/u.test(text));
  const missing = whole.filter((text) => !shown.includes(shownText(text).replace(/\s+/g, ' ').trim()));
  expect(missing).toEqual([]);
}
