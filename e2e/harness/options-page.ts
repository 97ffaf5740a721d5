import type { Session } from './session';
import { type TabView, until, type View } from './view';

/** The extension's storage, from one of its pages; both browsers have the same under another name. */
export const STORAGE = '(globalThis.browser ?? globalThis.chrome).storage.local';

/** Colour of a page's ground, and what it is in each theme. */
export const PAPER = 'document.defaultView.getComputedStyle(document.documentElement).backgroundColor';
export const LIGHT_PAPER = 'rgb(251, 250, 247)';
export const DARK_PAPER = 'rgb(20, 25, 27)';
/** Size of a page's text. */
export const ROOT_SIZE = 'document.defaultView.getComputedStyle(document.documentElement).fontSize';

/** The options page once it is drawn. */
export async function openOptions({ harness }: Session): Promise<TabView> {
  const options = await harness.openExtensionTab('options.html');
  await until('the choices', () => options.evaluate(`document.querySelector('#index dl') !== null`), Boolean);
  return options;
}

/** Chooses in a list, as a click in it would. */
export async function choose(options: View, id: string, value: string): Promise<void> {
  await options.evaluate(`(() => {
    const list = document.getElementById('${id}');
    list.value = '${value}';
    list.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

/** Clicks in a tab that another one covers: no pointer reaches it there. */
export async function clickBehind(options: View, selector: string): Promise<void> {
  await until(selector, () => options.evaluate(`document.querySelector('${selector}') !== null`), Boolean);
  await options.evaluate(`document.querySelector('${selector}').click()`);
}

/** Waits for what an expression over a view's document comes to. */
export async function comesTo(view: View, expression: string, wanted: unknown): Promise<void> {
  const same = (seen: unknown): boolean => JSON.stringify(seen) === JSON.stringify(wanted);
  await until(expression, () => view.evaluate(expression), same);
}
