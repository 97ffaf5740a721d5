import { expect, it } from 'vitest';
import { backupFile } from '../lib/export/backup';
import { savedStory } from '../lib/library/saved-story.testing';
import { defaultSettings } from '../lib/settings/settings';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo } from './harness/options-page';
import { importText, says, shows } from './harness/saved-page';
import { until } from './harness/view';

const story = savedStory();
const read = { readAt: '2025-04-02T10:00:00.000Z', page: story.page, stories: [story.story.id] };

/** What can be reached on the page, in its order. */
const CONTROLS = `[...document.querySelectorAll('main :is(a, button, select, summary, input:not([hidden]))')]
  .filter((one) => one.checkVisibility())`;

inEveryBrowser('the page of saved stories by the keyboard alone', (session) => {
  it('is reached whole, removes with a way back, and deletes everything', async () => {
    const page = await session().harness.openExtensionTab('saved.html');
    await until('the page', () => page.evaluate(`document.querySelector('#data') !== null`), Boolean);
    const settings = { ...defaultSettings(['en']), history: true };
    await importText(page, backupFile({ settings, saved: [story], history: [read] }));
    await shows(page, story.story.id);
    await until('the history', () => page.evaluate(`document.querySelector('#clear-history') !== null`), Boolean);

    const count = Number(await page.evaluate(`${CONTROLS}.length`));
    const reached: unknown[] = [];
    for (let at = 0; at < count; at++) {
      await page.press('Tab');
      reached.push(await page.evaluate(`${CONTROLS}.indexOf(document.activeElement)`));
      expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`), String(at)).not.toBe('none');
    }
    expect(reached).toEqual(Array.from({ length: count }, (_, at) => at));

    await page.evaluate(`document.querySelector('.remove-button').focus()`);
    await page.press('Enter');
    await shows(page, `(${story.story.id})`);
    await comesTo(page, 'document.activeElement.id', 'undo');
    await page.press('Enter');
    await shows(page, story.story.id);
    await comesTo(page, `document.activeElement.matches('.remove-button')`, true);

    // Each press waits until the keyboard stands where the one before has put it: the page is drawn a moment later.
    const focused = 'document.activeElement.id';
    const standsOnWayBack = (): Promise<void> =>
      comesTo(page, `document.activeElement.matches('.confirm button:not([id])')`, true);
    await page.evaluate(`document.querySelector('#delete-all').focus()`);
    await page.press('Enter');
    await standsOnWayBack();
    await page.press('Enter');
    await comesTo(page, focused, 'delete-all');
    await shows(page, story.story.id);
    await page.press('Enter');
    await standsOnWayBack();
    await page.press('Tab');
    await comesTo(page, focused, 'delete-all-yes');
    await page.press('Enter');
    await says(page, 'Nothing is saved yet.');
    await page.close();
  });
});
