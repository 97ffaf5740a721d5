import { expect, it } from 'vitest';
import { askForSite } from './harness/ask-for-site';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { closeReading, type Session } from './harness/session';
import { settled, snapshotOf, type Tab, type TabView, until, type View } from './harness/view';

const STORAGE = '(globalThis.browser ?? globalThis.chrome).storage.local';
const DARK_PAPER = 'rgb(20, 25, 27)';
const LIGHT_PAPER = 'rgb(251, 250, 247)';

/** The options page once it is drawn. */
async function openOptions({ harness }: Session): Promise<TabView> {
  const options = await harness.openExtensionTab('options.html');
  await until('the choices', () => options.evaluate(`document.querySelector('#index dl') !== null`), Boolean);
  return options;
}

/** Chooses in a list, as a click in it would. */
async function choose(options: View, id: string, value: string): Promise<void> {
  await options.evaluate(`(() => {
    const list = document.getElementById('${id}');
    list.value = '${value}';
    list.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

/** Clicks in a tab that another one covers: no pointer reaches it there. */
async function clickBehind(options: View, selector: string): Promise<void> {
  await options.evaluate(`document.querySelector('${selector}').click()`);
}

/** Waits for what an expression over a view's document comes to. */
async function comesTo(view: View, expression: string, wanted: unknown): Promise<void> {
  await until(
    expression,
    () => view.evaluate(expression),
    (seen) => JSON.stringify(seen) === JSON.stringify(wanted),
  );
}

const namesIn = (section: string): string =>
  `Array.from(document.querySelectorAll('#${section} .removable-row bdi'), (one) => one.textContent)`;
const PAPER = 'document.defaultView.getComputedStyle(document.documentElement).backgroundColor';
const ROOT_SIZE = 'document.defaultView.getComputedStyle(document.documentElement).fontSize';

async function openPanelOn(session: Session, path: string): Promise<{ tab: Tab; panel: View }> {
  const { tab, popup } = await session.read(path);
  const panel = await session.harness.openPanel(popup);
  await settled(panel);
  return { tab, panel };
}

inEveryBrowser('the choices', (session) => {
  it('speak the language that is chosen, in open views at once and in the next popup', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-zh.html');
    const options = await openOptions(session());
    await choose(options, 'interface-language', 'ar');
    for (const view of [options, panel]) {
      await comesTo(view, `[document.documentElement.lang, document.documentElement.dir]`, ['ar', 'rtl']);
      expect(await view.evaluate('document.body.innerText')).toMatch(/\p{Script=Arabic}{3}/u);
    }
    expect(await options.evaluate('document.title')).toMatch(/\p{Script=Arabic}/u);
    await panel.close();

    const reading = await session().read('/sample-zh.html');
    expect(reading.shown).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(reading.shown.confidence).toMatch(/\p{Script=Arabic}.*\d|[٠-٩]/u);
    expect(reading.shown.title).toMatchObject({ lang: 'zh', dir: 'ltr' });
    await closeReading(reading);

    await choose(options, 'interface-language', '');
    await comesTo(options, `[document.documentElement.lang, document.documentElement.dir]`, ['en', 'ltr']);
    await options.close();
    await tab.close();
  });

  it('colour popup, panel and options, whatever the system has', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const options = await openOptions(session());
    await choose(options, 'theme', 'dark');
    for (const view of [options, panel]) await comesTo(view, PAPER, DARK_PAPER);
    // The copy that the first paint takes its colours from.
    const firstPaint = `(async () => {
      delete document.documentElement.dataset.theme;
      const script = document.createElement('script');
      script.src = '/first-paint.js';
      await new Promise((loaded) => { script.onload = loaded; document.head.append(script); });
      return document.documentElement.dataset.theme;
    })()`;
    expect(await options.evaluate(firstPaint)).toBe('dark');

    await choose(options, 'theme', 'light');
    await panel.screenshot({ scheme: 'dark' }); // from here on the system is dark
    await comesTo(panel, PAPER, LIGHT_PAPER);
    await choose(options, 'theme', 'auto');
    await comesTo(panel, PAPER, DARK_PAPER);
    await panel.close();
    await options.close();
    await tab.close();
  });

  it('make text larger and smaller', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const options = await openOptions(session());
    const titleSize = `parseFloat(document.defaultView.getComputedStyle(document.querySelector('.brand')).fontSize)`;
    for (const [size, root, title] of [
      ['large', '16px', 14.86],
      ['small', '13px', 12.07],
      ['normal', '14px', 13],
    ] as const) {
      await choose(options, 'text-size', size);
      for (const view of [options, panel]) await comesTo(view, ROOT_SIZE, root);
      expect(await panel.evaluate(titleSize)).toBeCloseTo(title, 1);
    }
    await panel.close();
    await options.close();
    await tab.close();
  });

  it('give each report one line', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const options = await openOptions(session());
    await options.click('#compact');
    await comesTo(panel, 'document.documentElement.dataset.compact', 'true');
    await tab.bringToFront();
    await until(
      'the article again',
      () => snapshotOf(panel),
      ({ groups }) => groups.length > 0,
    );
    const tallest = `Math.max(...Array.from(document.querySelectorAll('.report'), (one) => one.clientHeight))`;
    expect(await panel.evaluate(tallest)).toBeLessThan(36);
    expect(await panel.evaluate('document.documentElement.scrollWidth <= document.defaultView.innerWidth')).toBe(true);
    await clickBehind(options, '#compact');
    await comesTo(panel, 'document.documentElement.dataset.compact', 'false');
    expect(await panel.evaluate(tallest)).toBeGreaterThan(36);
    await panel.close();
    await options.close();
    await tab.close();
  });

  it('show a hidden outlet again', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const outlets = async (): Promise<string[]> => (await snapshotOf(panel)).links.map(({ outlet }) => outlet);
    const [first = ''] = await outlets();
    await panel.click('.report .menu summary');
    const [prefer, hide] = [`.menu[open] .menu-item:not(:last-child)`, `.menu[open] .menu-item:last-child`];
    expect(await panel.evaluate(`document.querySelectorAll('${prefer}').length`)).toBeGreaterThan(0);
    await panel.click(hide);
    await until('the outlet gone', outlets, (shown) => !shown.includes(first));

    const options = await openOptions(session());
    await comesTo(options, namesIn('outlets'), [first]);
    await options.click('#outlets .removable-row button');
    await comesTo(options, namesIn('outlets'), []);
    // The keyboard does not fall back to the top of the page.
    await comesTo(options, `document.activeElement.closest('section')?.id`, 'outlets');
    await tab.bringToFront();
    await until('the outlet back', outlets, (shown) => shown.includes(first));
    await panel.close();
    await options.close();
    await tab.close();
  });

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

  it('list the sites that are always read and turn them off', async () => {
    const options = await openOptions(session());
    await options.click('#compact'); // makes a record of this version
    await comesTo(options, `document.documentElement.dataset.compact`, 'true');
    for (const host of ['news.example', 'other.example']) await askForSite(session().harness, options, host);
    await options.evaluate(`${STORAGE}.get('settings').then(({ settings }) =>
      ${STORAGE}.set({ settings: { ...settings, sites: ['news.example', 'other.example'] } }))`);
    await comesTo(options, namesIn('sites'), ['news.example', 'other.example']);
    await options.click('#sites .removable-row button');
    await comesTo(options, namesIn('sites'), ['other.example']);
    await comesTo(options, `document.activeElement.getAttribute('aria-label')`, 'Turn off: other.example');
    await options.evaluate(`${STORAGE}.clear()`);
    await options.close();
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
    const controls = `[...document.querySelectorAll('main :is(a, button:enabled, select, input)')]`;
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
      { ...settings, sites: ['news.example'], hiddenOutlets: ['दैनिक उदाहरण', 'The Daily Example'] } }))`);
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
