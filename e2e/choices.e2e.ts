import { expect, it } from 'vitest';
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
} from './harness/options-page';
import { closeReading, openPanelOn } from './harness/session';
import { snapshotOf, until } from './harness/view';

/** The page server's, as the reader grants it. */
const HOST = '127.0.0.1';

const namesIn = (section: string): string =>
  `Array.from(document.querySelectorAll('#${section} .removable-row bdi'), (one) => one.textContent)`;

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
    const popup = await session().harness.openPopup(tab);
    for (const view of [options, panel, popup]) await comesTo(view, PAPER, DARK_PAPER);
    await popup.close();
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
    await comesTo(panel, `document.querySelector('${prefer}') !== null`, true);
    await panel.click(hide);
    await until('the outlet gone', outlets, (shown) => !shown.includes(first));
    await comesTo(panel, `document.activeElement.closest('.story') !== null`, true);
    await panel.click('.report .menu summary');
    await panel.click('.event-title');
    await comesTo(panel, `document.querySelector('.menu[open]') === null`, true);
    await panel.click('.report .menu summary');
    await panel.click('.menu[open] label');
    await comesTo(
      panel,
      `document.querySelector('.compare .status').textContent`,
      'Choose two reports to open them side by side.',
    );
    expect(await panel.evaluate(`document.querySelector('.menu[open]')`)).toBeNull();
    await panel.click('.compare .quiet-button');

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

  it('list the sites that are always read, and turn them off with their permission', async () => {
    const { popup, tab } = await session().read('/sample-hi.html');
    await session().harness.sites.allow(HOST, () => popup.click('#site-on'));
    const options = await openOptions(session());
    await comesTo(options, namesIn('sites'), [HOST]);
    await options.click('#sites .removable-row button');
    await comesTo(options, namesIn('sites'), []);
    const granted = `(globalThis.browser ?? globalThis.chrome).permissions.contains({ origins: ['*://${HOST}/*'] })`;
    await comesTo(options, granted, false);
    await options.close();
    await tab.close();
  });
});
