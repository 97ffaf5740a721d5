import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { availableBrowsers } from './harness';
import { barriersIn } from './harness/barriers';
import { inEveryBrowser } from './harness/in-every-browser';
import { comesTo } from './harness/options-page';
import { openPanelTab, stateOf } from './harness/panel-tab';
import { openPanelOn, openSession, type Session } from './harness/session';
import { settled, snapshotOf, type Tab, until, type View } from './harness/view';

/** Waits until a panel or popup shows an article in this language. */
function articleIn(view: View, lang: string) {
  return until(
    `an article in ${lang}`,
    () => snapshotOf(view),
    ({ title }) => title?.lang === lang,
    20_000,
  );
}

function saysIn(panel: View, words: string) {
  return until(
    words,
    () => snapshotOf(panel),
    ({ notice }) => notice?.includes(words) === true,
  );
}

/** Keeps a page so busy that no script can run in it for a while: its reading goes on for that long. */
async function keepBusy(tab: Tab, ms: number): Promise<void> {
  await tab.evaluate(`void setTimeout(() => { for (const end = Date.now() + ${ms}; Date.now() < end; ); }, 100)`);
  await sleep(150);
}

inEveryBrowser('following the reader', (session) => {
  it('says of another tab, and of a page that was left, that it is one, and which click or key reads it', async () => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/sample-bn.html');
    const other = await harness.openTab(`${server.base}/sample-hi.html`);
    const { links, notice } = await saysIn(panel, 'Another tab');
    expect(links).toEqual([]);
    expect(notice).toMatch(/Click the Sidelight button in the toolbar, or press \W*Alt\+J\W*, to read the page/);
    expect(notice).toContain('Sidelight reads nothing without a click.');

    await tab.bringToFront();
    await articleIn(panel, 'bn');
    await tab.goto(`${server.base}/sample-ar.html`);
    expect((await saysIn(panel, 'This tab shows another page now')).links).toEqual([]);
    // Also where the reader comes back to it.
    await other.bringToFront();
    await saysIn(panel, 'Another tab');
    await tab.bringToFront();
    await saysIn(panel, 'This tab shows another page now');
    await panel.close();
    await other.close();
    await tab.close();
  });

  it('shows each window the tab of its own', async () => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const away = await harness.openTab(`${server.base}/sample-bn.html`, 'window');
    const popup = await harness.openPopup(away);
    await settled(popup);
    const second = await harness.openPanel(popup);
    await articleIn(second, 'bn');
    await articleIn(panel, 'hi');

    await away.goto(`${server.base}/sample-ar.html`);
    await saysIn(second, 'This tab shows another page now');
    expect((await snapshotOf(panel)).title?.lang).toBe('hi');
    await tab.goto(`${server.base}/sample-zh.html`);
    await saysIn(panel, 'This tab shows another page now');
    await second.close();
    await away.close();
    await panel.close();
    await tab.close();
  });

  it.each([
    ['a PDF', 'This is a file', () => '/paper.pdf'],
    [
      'a page of the browser',
      'page of the browser itself',
      ({ name, server }: Session) =>
        name === 'chromium'
          ? 'chrome://version/'
          : `about:reader?url=${encodeURIComponent(`${server.base}/sample-en.html`)}`,
    ],
  ])('names %s as such only after the click', async (_, words, path) => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/sample-bn.html');
    const address = path(session());
    const other = await harness.openTab(address.startsWith('/') ? server.base + address : address);
    expect((await saysIn(panel, 'Another tab')).notice).not.toContain(words);
    const popup = await harness.openPopup(other);
    expect((await settled(popup)).notice).toContain(words);
    await saysIn(panel, words);
    expect(await popup.evaluate(`document.querySelector('.site-row')`)).toBeNull();
    await popup.close();
    await panel.close();
    await other.close();
    await tab.close();
  });
});

inEveryBrowser('a background that is ended in the middle of a reading', (session) => {
  it('is asked again by the popup', async () => {
    const { harness, server } = session();
    const tab = await harness.openTab(`${server.base}/sample-hi.html`);
    await keepBusy(tab, 3000);
    const popup = await harness.openPopup(tab);
    await until(
      'the reading',
      () => snapshotOf(popup),
      ({ state }) => state === 'reading',
    );
    await harness.killBackground();
    await articleIn(popup, 'hi');
    await popup.close();
    await tab.close();
  });

  it('is asked again by a panel that stands alone', async () => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    await tab.goto(`${server.base}/sample-bn.html`);
    await keepBusy(tab, 4000);
    const popup = await harness.openPopup(tab);
    await until(
      'the reading',
      () => snapshotOf(panel),
      ({ state }) => state === 'reading',
    );
    await popup.close();
    await harness.killBackground();
    expect((await snapshotOf(panel)).state).toBe('reading');
    await articleIn(panel, 'bn');
    await panel.close();
    await tab.close();
  });
});

inEveryBrowser('a translation', (session) => {
  it('is offered where the browser has a translator for the two languages, and nowhere else', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const offers = `Array.from(document.querySelectorAll('.group'), (group) =>
      [group.dataset.lang, group.querySelector('.story-title') !== null, group.querySelector('.translate') !== null])`;
    if (session().name === 'firefox') {
      await sleep(1000);
      expect(JSON.stringify(await panel.evaluate(offers))).not.toMatch(/true\]/);
    } else {
      // Whether it could be made depends on what this Chromium has loaded; that it says how it stands does not.
      await until(
        'an offer',
        () => panel.evaluate(`document.querySelectorAll('.translate').length`),
        (count) => Number(count) > 0,
      );
      expect(await panel.evaluate(`document.querySelector('[data-lang="en"] .translate')`)).toBeNull();
      await panel.evaluate(`document.querySelector('[data-fold="others"]').open = true`);
      await panel.click('.translate');
      await until(
        'how it stands',
        () => panel.evaluate(`document.querySelector('.translated').dataset.step`),
        (step) => /^(translating|loading|failed|translated)$/.test(String(step)),
      );
      expect(await barriersIn(panel)).toEqual([]);
    }
    await panel.close();
    await tab.close();
  });
});

/** A translator that loads in two steps and then translates, or fails, in place of the browser's own. */
const MADE_TRANSLATOR = (ends: boolean): string => `(() => {
  Translator.availability = async () => 'downloadable';
  Translator.create = ({ monitor, signal }) => new Promise((resolve, reject) => {
    const target = new EventTarget();
    monitor(target);
    const step = (loaded) => target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
    step(0.4);
    globalThis.goOn = () => {
      step(1);
      ${ends ? "resolve({ translate: async (text) => '[en] ' + text })" : "reject(new Error('Nothing came'))"};
    };
  });
})()`;

describe.skipIf(!availableBrowsers().includes('chromium'))('a translation that comes to its end', () => {
  it.each([
    [true, 'translated', 'Translated on this device by the browser'],
    [false, 'failed', 'This browser could not translate it.'],
  ])('%s: says how far it is, stands beside the original, and takes the keyboard along', async (ends, step, words) => {
    const session = await openSession('chromium');
    try {
      const state = await stateOf(session, '/sample-hi.html');
      const panel = await openPanelTab(session);
      await panel.evaluate(MADE_TRANSLATOR(ends));
      await panel.show(state);
      await panel.evaluate(`document.querySelector('[data-fold="others"]').open = true`);
      const title = `document.querySelector('[data-lang="bn"] .story-title').textContent`;
      const original = String(await panel.evaluate(title));
      const translated = '[data-lang="bn"] .translated';
      await until(
        'the offer',
        () => panel.evaluate(`document.querySelector('${translated} button') !== null`),
        Boolean,
      );
      await panel.evaluate(`document.querySelector('${translated} button').focus()`);
      await panel.press('Enter');
      const said = `document.querySelector('${translated} [role="status"]').textContent`;
      await comesTo(panel, said, 'The browser is loading its translator: 40%');
      expect(await barriersIn(panel)).toEqual([]);
      await panel.evaluate('goOn()');
      await comesTo(panel, said, words);
      await comesTo(panel, `document.querySelector('${translated}').dataset.step`, step);
      expect(await panel.evaluate(title)).toBe(original);
      await comesTo(panel, `document.activeElement.closest('.translated') !== null`, true);
      if (ends) {
        const shown = `(({ lang, dir, textContent }) => [lang, dir, textContent])(document.querySelector('${translated} p'))`;
        await comesTo(panel, shown, ['en', 'ltr', `[en] ${original}`]);
      }
      expect(await barriersIn(panel)).toEqual([]);
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  });
});

describe.skipIf(!availableBrowsers().includes('chromium'))('the popup and the panel that wait for a click', () => {
  it.each(['en', 'ar'])('have no barriers in %s, in light and dark', async (locale) => {
    const session = await openSession('chromium', { locale });
    try {
      const reading = await session.read('/sample-hi.html');
      for (const scheme of ['light', 'dark'] as const) {
        await reading.popup.screenshot({ scheme });
        expect(await barriersIn(reading.popup), scheme).toEqual([]);
      }
      const panel = await session.harness.openPanel(reading.popup);
      await settled(panel);
      await reading.tab.goto(`${session.server.base}/sample-bn.html`);
      await until(
        'the page that left',
        () => snapshotOf(panel),
        ({ state }) => state === 'unread',
      );
      for (const scheme of ['light', 'dark'] as const) {
        await panel.screenshot({ scheme });
        expect(await barriersIn(panel), scheme).toEqual([]);
      }
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  });
});
