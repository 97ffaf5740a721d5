import { giveFile } from './give-file';
import { type Harness, until, type View } from './view';

/** The page of saved stories once it is drawn. */
export async function openSaved(harness: Harness): Promise<View> {
  const page = await harness.openExtensionTab('saved.html');
  await until('the page', () => page.evaluate(`document.querySelector('#data') !== null`), Boolean);
  return page;
}

/** Imports a file on the page of saved stories. */
export function importText(page: View, text: string): Promise<void> {
  return giveFile(page, '#data input[type=file]', 'backup.json', text);
}

/** Waits until some words stand on a page. */
export function says(page: View, words: string): Promise<unknown> {
  return until(
    words,
    () => page.evaluate('document.body.innerText'),
    (text) => String(text).includes(words),
    15_000,
  );
}

/** Ids of the stories on the page, a removed one in brackets. */
export function storiesOn(page: View): Promise<unknown> {
  return page.evaluate(`Array.from(document.querySelectorAll('.saved-list > li'),
    ({ dataset }) => dataset.story ?? '(' + dataset.removed + ')').join(' ')`);
}

/** Waits until exactly these stories are in the list, in this order. */
export function shows(page: View, stories: string): Promise<unknown> {
  return until(
    `"${stories}" in the list`,
    () => storiesOn(page),
    (shown) => shown === stories,
  );
}
