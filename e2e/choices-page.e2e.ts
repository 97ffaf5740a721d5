import { expect, it } from 'vitest';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import {
  choose,
  clickBehind,
  comesTo,
  DARK_PAPER,
  LIGHT_PAPER,
  openOptions,
  PAPER,
  ROOT_SIZE,
  STORAGE,
} from './harness/options-page';

inEveryBrowser('the choices on their page', (session) => {
  it('keep what an older version stored', async () => {
    const options = await openOptions(session());
    await options.evaluate(`${STORAGE}.set({ settings: { version: 1, languages: ['ta', 'bn'] } })`);
    await options.close();
    const again = await openOptions(session());
    await comesTo(again, `Array.from(document.querySelectorAll('.languages li'), (one) => one.dataset.lang)`, [
      'ta',
      'bn',
    ]);
    await choose(again, 'text-size', 'large');
    await comesTo(again, ROOT_SIZE, '16px');
    const kept = await again.evaluate(`${STORAGE}.get('settings').then(({ settings }) => settings)`);
    expect(kept).toMatchObject({ version: 2, languages: ['ta', 'bn'], textSize: 'large', history: false });
    await again.evaluate(`${STORAGE}.clear()`);
    await comesTo(again, ROOT_SIZE, '14px');
    await again.close();
  });

  it('stay in step in two views, and lose nothing where both choose at once', async () => {
    const [one, other] = [await openOptions(session()), await openOptions(session())];
    await Promise.all([choose(one, 'theme', 'dark'), choose(other, 'text-size', 'small')]);
    await clickBehind(one, '#keep-history');
    for (const view of [one, other]) {
      const shown = `[...document.querySelectorAll('#appearance select')].map(({ value }) => value)`;
      await comesTo(view, shown, ['dark', 'small']);
      await comesTo(view, `document.querySelector('#keep-history').checked`, true);
    }
    await one.evaluate(`${STORAGE}.clear()`);
    await comesTo(other, `document.querySelector('#keep-history').checked`, false);
    await one.close();
    await other.close();
  });

  it('have words where the browser gives none', async () => {
    const options = await openOptions(session());
    await choose(options, 'interface-language', 'hi');
    await comesTo(options, 'document.documentElement.lang', 'hi');
    await options.close();
    const again = await openOptions(session());
    await again.evaluate(`(globalThis.browser ?? globalThis.chrome).i18n.getMessage = () => ''`);
    await choose(again, 'interface-language', '');
    await comesTo(again, 'document.title', 'Sidelight options');
    expect(await again.evaluate('document.documentElement.lang')).toBe('en');
    await again.evaluate(`${STORAGE}.clear()`);
    await again.close();
  });

  it('say that a choice could not be stored, and go back to what is', async () => {
    const options = await openOptions(session());
    // No browser can be made to run out of room here: this one page's storage refuses.
    await options.evaluate(`${STORAGE}.set = () => Promise.reject(new Error('No room'))`);
    await options.click('#compact');
    await comesTo(
      options,
      `document.querySelector('[role="alert"]').innerText`,
      'The browser could not store it: No room',
    );
    await comesTo(options, `document.querySelector('#compact').checked`, false);
    await options.close();
  });

  it('fit into 320 px with the largest text', async () => {
    const options = await openOptions(session());
    await choose(options, 'text-size', 'large');
    await comesTo(options, ROOT_SIZE, '16px');
    expect(
      await options.evaluate(`(() => {
      document.body.style.width = '320px';
      return document.querySelector('main').scrollWidth;
    })()`),
    ).toBeLessThanOrEqual(320);
    await options.evaluate(`${STORAGE}.clear()`);
    await options.close();
  });

  it('are all reached and made by the keyboard', async () => {
    const options = await openOptions(session());
    const controls = `[...document.querySelectorAll('main :is(a, button:enabled, select, input:not([hidden]))')]`;
    const reached: unknown[] = [];
    const count = Number(await options.evaluate(`${controls}.length`));
    for (let at = 0; at < count; at++) {
      await options.press('Tab');
      const ring = `getComputedStyle(document.activeElement).outlineStyle`;
      expect(await options.evaluate(ring), String(reached.at(-1))).not.toBe('none');
      reached.push(await options.evaluate(`${controls}.indexOf(document.activeElement)`));
    }
    expect(reached).toEqual(Array.from({ length: count }, (_, at) => at));

    await options.evaluate(`document.querySelector('#compact').focus()`);
    await options.press(' ');
    await comesTo(options, 'document.documentElement.dataset.compact', 'true');
    await options.evaluate(`document.querySelector('#theme').focus()`);
    await options.press('ArrowDown');
    await comesTo(options, 'document.documentElement.dataset.theme', 'light');
    await options.evaluate(`document.querySelector('#add-language').value = 'bn'`);
    await options.evaluate(`document.querySelector('#add').focus()`);
    await options.press('Enter');
    await comesTo(options, `document.querySelector('.languages li:last-child').dataset.lang`, 'bn');

    // A row that moves takes the keyboard along, until its button has nothing left to do.
    await options.evaluate(`document.querySelector('[data-lang="bn"] [data-step="moveUp"]').focus()`);
    const place = `[...document.querySelectorAll('.languages li')].findIndex((one) => one.dataset.lang === 'bn')`;
    for (let at = Number(await options.evaluate(place)) - 1; at >= 0; at--) {
      await options.press('Enter');
      await comesTo(options, place, at);
    }
    await comesTo(options, `document.activeElement.closest('li').dataset.lang`, 'bn');
    await comesTo(options, `document.activeElement.dataset.step`, 'moveDown');
    await options.evaluate(`document.querySelector('[data-lang="bn"] [data-step="removeLanguage"]').focus()`);
    await options.press('Enter');
    await comesTo(options, `document.querySelector('[data-lang="bn"]') === null`, true);
    await comesTo(options, `document.activeElement.closest('section')?.id`, 'languages');
    await options.evaluate(`${STORAGE}.clear()`);
    await options.close();
  });

  it('have no barriers, light and dark, from left and from right', async () => {
    const options = await openOptions(session());
    await options.evaluate(`${STORAGE}.clear()`);
    await options.click('#keep-history');
    await comesTo(options, `${STORAGE}.get('settings').then(({ settings }) => settings?.history)`, true);
    await options.evaluate(`${STORAGE}.get('settings').then(({ settings }) => ${STORAGE}.set({ settings:
      { ...settings, preferredOutlets: ['Sample Herald'], hiddenOutlets: ['दैनिक उदाहरण', 'The Daily Example'] } }))`);
    await comesTo(options, `document.querySelectorAll('.removable-row').length`, 3);
    for (const [language, dir] of [
      ['', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await choose(options, 'interface-language', language);
      await comesTo(options, 'document.documentElement.dir', dir);
      for (const [theme, paper] of [
        ['light', LIGHT_PAPER],
        ['dark', DARK_PAPER],
      ] as const) {
        await choose(options, 'theme', theme);
        await comesTo(options, PAPER, paper);
        expect(await barriersIn(options), `${dir} ${theme}`).toEqual([]);
      }
    }
    await options.evaluate(`${STORAGE}.clear()`);
    await options.close();
  });
});
