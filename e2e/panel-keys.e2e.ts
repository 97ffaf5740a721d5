import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo, STORAGE } from './harness/options-page';
import { openPanelTab, type PanelTab, stateOf } from './harness/panel-tab';
import { saveButtonIs } from './harness/save-button';
import { until } from './harness/view';

/** What can be reached in the panel, in the order of the page. */
const CONTROLS = `[...document.querySelectorAll('.panel :is(a, button, select, summary, input, [tabindex="0"])')]
  .filter((one) => one.checkVisibility())`;

/** Presses Tab until the keyboard is on what a selector names; the way there must not leave the panel. */
async function tabTo(panel: PanelTab, selector: string): Promise<void> {
  const most = Number(await panel.evaluate(`${CONTROLS}.length`));
  for (let presses = 0; presses <= most; presses++) {
    await panel.press('Tab');
    if ((await panel.evaluate(`document.activeElement.matches('${selector}')`)) === true) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

const focusIn = (selector: string): string => `document.activeElement?.closest('${selector}') !== null`;

inEveryBrowser('the panel by the keyboard alone', (session) => {
  it('is reached whole, in the order of the page, and shows where the keyboard is', async () => {
    const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
    await until(
      'the feeds of the page',
      () => panel.evaluate(`document.querySelector('#page-feeds') !== null`),
      Boolean,
    );
    const count = Number(await panel.evaluate(`${CONTROLS}.length`));
    expect(count).toBeGreaterThan(20);
    const reached: unknown[] = [];
    for (let at = 0; at < count; at++) {
      await panel.press('Tab');
      reached.push(await panel.evaluate(`${CONTROLS}.indexOf(document.activeElement)`));
      expect(await panel.evaluate(`getComputedStyle(document.activeElement).outlineStyle`), String(at)).not.toBe(
        'none',
      );
      // Everything that is reached has a name.
      expect(
        await panel.evaluate(`(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()`),
      ).not.toBe('');
    }
    expect(reached).toEqual(Array.from({ length: count }, (_, at) => at));
    await panel.close();
  });

  it('opens reasons and folds, and arranges outlets without losing the place', async () => {
    const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
    await tabTo(panel, '.why > summary');
    await panel.press('Enter');
    await comesTo(panel, `document.querySelector('.why').open`, true);
    await tabTo(panel, '[data-fold="others"] > summary');
    await panel.press(' ');
    await comesTo(panel, `document.querySelector('[data-fold="others"]').open`, true);

    await panel.evaluate(`document.querySelector('.brand').tabIndex = -1; document.querySelector('.brand').focus()`);
    await tabTo(panel, '.report .menu > summary');
    await panel.press('Enter');
    await comesTo(panel, `document.querySelectorAll('.menu[open]').length`, 1);
    await panel.press('Tab');
    await panel.press('Escape');
    await comesTo(panel, `document.querySelectorAll('.menu[open]').length`, 0);
    await comesTo(panel, focusIn('.menu > summary'), true);

    const outlet = String(await panel.evaluate(`document.querySelector('.report .outlet').textContent`));
    await panel.press('Enter');
    for (let item = 0; item < 3; item++) await panel.press('Tab');
    await panel.press('Enter'); // hide this outlet
    const kept = `${STORAGE}.get('settings').then(({ settings }) => settings?.hiddenOutlets ?? [])`;
    await comesTo(panel, kept, [outlet]);
    await comesTo(panel, `document.querySelector('.report .outlet').textContent !== ${JSON.stringify(outlet)}`, true);
    await comesTo(panel, focusIn('.story'), true);
    await panel.evaluate(`${STORAGE}.clear()`);
    await panel.close();
  });

  it('saves a story, takes it back and puts it there again', async () => {
    const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
    await saveButtonIs(panel, 'false');
    await tabTo(panel, '.save-button');
    await panel.press('Enter');
    await saveButtonIs(panel, 'true');
    await panel.press('Enter');
    await saveButtonIs(panel, 'false');
    await tabTo(panel, '.undo-button');
    await panel.press('Enter');
    await saveButtonIs(panel, 'true');
    await comesTo(panel, focusIn('.save-button'), true);
    await panel.press('Enter');
    await saveButtonIs(panel, 'false');
    await panel.close();
  });

  it('says that there is no room where a story cannot be saved', async () => {
    const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
    await saveButtonIs(panel, 'false');
    await panel.evaluate(`(() => {
      for (const name of ['put', 'add']) {
        IDBObjectStore.prototype[name] = () => { throw new DOMException('No room', 'QuotaExceededError'); };
      }
    })()`);
    await tabTo(panel, '.save-button');
    await panel.press('Enter');
    await comesTo(
      panel,
      `document.querySelector('.actions .status').textContent`,
      'There is no room left on this device. Nothing was saved, and nothing was lost.',
    );
    await saveButtonIs(panel, 'false');
    await panel.close();
  });

  it('chooses two reports, and gives the comparison up', async () => {
    const panel = await openPanelTab(session(), await stateOf(session(), '/sample-hi.html'));
    for (const report of ['.report:nth-child(1) .menu > summary', '.report:nth-child(2) .menu > summary']) {
      await tabTo(panel, report);
      await panel.press('Enter');
      await panel.press('Tab');
      await panel.press(' ');
      await comesTo(panel, focusIn('.menu > summary'), true);
    }
    await tabTo(panel, '.compare-button');
    await tabTo(panel, '.compare .quiet-button');
    await panel.press('Enter');
    await comesTo(panel, `document.querySelector('.compare') === null`, true);
    await comesTo(panel, focusIn('.report'), true);
    await panel.close();
  });
});
