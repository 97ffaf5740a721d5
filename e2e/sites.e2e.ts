import { expect, it } from 'vitest';
import { askForSite, isGranted } from './harness/ask-for-site';
import { inEveryBrowser } from './harness/in-every-browser';
import { closeReading, type Session } from './harness/session';
import { settled, snapshotOf, type Tab, until, type View } from './harness/view';

const HOST = '127.0.0.1';

const siteIn = (popup: View): Promise<unknown> => popup.evaluate(`document.querySelector('.site-row')?.dataset.site`);

/** Waits until the popup says whether its site is on. */
async function siteIs(popup: View, wanted: 'on' | 'off'): Promise<void> {
  await until(
    `a site that is ${wanted}`,
    () => siteIn(popup),
    (site) => site === wanted,
  );
}

/** Opens the popup on a page, turns its site on there, and hands over the panel beside it. */
async function turnOnFromPanel({ harness, read }: Session, path: string) {
  const { popup, tab } = await read(path);
  await siteIs(popup, 'off');
  await harness.sites.allow(HOST, () => popup.click('#site-on'));
  await siteIs(popup, 'on');
  const panel = await harness.openPanel(popup);
  await settled(panel);
  return { tab, panel };
}

/** Waits until the panel shows an article in this language. */
function articleIn(panel: View, lang: string) {
  return until(
    `an article in ${lang}`,
    () => snapshotOf(panel),
    ({ title }) => title?.lang === lang,
    15_000,
  );
}

/**
 * Has the page become the Bengali article as an application does it: its address at once, its text a good while later, as
 * over a slow line. The panel must never show the old article under the new address.
 */
async function showsNextArticle(tab: Tab, panel: View): Promise<void> {
  await tab.evaluate(`history.pushState({}, '', '/sample-bn.html')`);
  const seen: (string | undefined)[] = [];
  setTimeout(() => {
    void tab.evaluate(`fetch('/sample-bn.html').then((reply) => reply.text()).then((text) => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      document.documentElement.lang = page.documentElement.lang;
      document.title = page.title;
      document.head.replaceChildren(...page.head.childNodes);
      document.body.replaceChildren(...page.body.childNodes);
    })`);
  }, 1500);
  await until(
    'the page that left',
    () => snapshotOf(panel),
    ({ title }) => title === null,
  );
  await until(
    'the next article',
    async () => {
      const shown = await snapshotOf(panel);
      seen.push(shown.title?.lang);
      return shown;
    },
    ({ title }) => title?.lang === 'bn',
    15_000,
  );
  expect(new Set(seen)).toEqual(new Set([undefined, 'bn']));
}

inEveryBrowser('a site that is always on', (session) => {
  it('is offered with what it means, and is off until the browser grants it', async () => {
    const reading = await session().read('/sample-hi.html');
    const { popup } = reading;
    await siteIs(popup, 'off');
    const help = await popup.evaluate(
      `document.getElementById(document.querySelector('#site-on').getAttribute('aria-describedby')).textContent`,
    );
    expect(help).toContain(HOST);
    expect(help).toContain('The browser will ask you first.');
    const { deny } = session().harness.sites;
    if (deny !== null) {
      await deny(() => popup.click('#site-on'));
      await until(
        'word of the refusal',
        () => popup.evaluate(`document.querySelector('.site-refused').textContent`),
        (words) => String(words).startsWith('Nothing was changed'),
      );
      await siteIs(popup, 'off');
    }
    await closeReading(reading);
  });

  it('goes on from the page whose click turned it on', async () => {
    const { tab, panel } = await turnOnFromPanel(session(), '/sample-hi.html');
    await showsNextArticle(tab, panel);
    await session().harness.sites.revoke(HOST);
    await panel.close();
    await tab.close();
  });

  it('is read without a click, page after page, and no other site is', async () => {
    const { harness, server } = session();
    const { tab, panel } = await turnOnFromPanel(session(), '/sample-hi.html');
    await tab.goto(`${server.base}/sample-bn.html`);
    expect((await articleIn(panel, 'bn')).links.length).toBeGreaterThan(0);

    const next = await harness.openTab(`${server.base}/sample-ar.html`);
    await articleIn(panel, 'ar');

    await next.goto(`${server.base.replace(HOST, 'localhost')}/sample-zh.html`);
    const moved = await until(
      'a page of another site',
      () => snapshotOf(panel),
      ({ state }) => state === 'unread',
    );
    expect(moved.notice).toContain('This tab shows another page now');
    await panel.close();
    await next.close();
    await tab.close();
  });

  it('is read where an application changes its page without a load, once the new text is there', async () => {
    const { harness, server } = session();
    const tab = await harness.openTab(`${server.base}/sample-hi.html`);
    const popup = await harness.openPopup(tab);
    await settled(popup);
    await siteIs(popup, 'on');
    const panel = await harness.openPanel(popup);
    await articleIn(panel, 'hi');
    await showsNextArticle(tab, panel);
    await panel.close();
    await tab.close();
  });

  it('is read once an address, and what is no article there is said to be none', async () => {
    const { harness, server } = session();
    const { tab, popup } = await session().read('/sample-hi.html');
    const panel = await harness.openPanel(popup);
    await settled(panel);
    for (const [path, lang] of [
      ['/home.html', 'bn'],
      ['/plain.txt', 'ar'],
    ]) {
      await tab.goto(server.base + path);
      await until(
        'no article',
        () => snapshotOf(panel),
        ({ notice }) => notice?.includes('Not an article') === true,
      );
      await tab.goto(`${server.base}/sample-${lang}.html`);
      await articleIn(panel, String(lang));
    }
    // Whatever is drawn anew has not got this mark.
    await panel.evaluate(`document.querySelector('.article').dataset.drawn = 'once'`);
    await tab.evaluate(`document.title = 'Another title'`);
    await tab.goto(`${server.base}/sample-ar.html`); // the same page loaded again
    await tab.evaluate(`location.hash = 'end'`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await panel.evaluate(`document.querySelector('.article')?.dataset.drawn ?? null`)).toBe('once');
    await panel.close();
    await tab.close();
  });

  it('goes on without the background that read it last, and is off once turned off', async () => {
    const { harness, server } = session();
    await harness.killBackground();
    const tab = await harness.openTab(`${server.base}/sample-zh.html`);
    const popup = await harness.openPopup(tab);
    const panel = await harness.openPanel(popup);
    await articleIn(panel, 'zh');
    await tab.goto(`${server.base}/sample-ar.html`);
    await articleIn(panel, 'ar');

    const again = await harness.openPopup(tab);
    await settled(again);
    await siteIs(again, 'on');
    await again.click('#site-off');
    await siteIs(again, 'off');
    await again.close();
    await tab.goto(`${server.base}/sample-bn.html`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await snapshotOf(panel)).toMatchObject({ state: 'unread', links: [] });
    await panel.close();
    await tab.close();
  });

  it('is off once its permission is taken back in the browser’s settings', async () => {
    const { harness, server } = session();
    const { tab, panel } = await turnOnFromPanel(session(), '/sample-hi.html');
    await tab.goto(`${server.base}/sample-bn.html`);
    await articleIn(panel, 'bn');
    await harness.sites.revoke(HOST);
    await tab.bringToFront();
    await tab.goto(`${server.base}/sample-ar.html`);
    await until(
      'a page that is not read',
      () => snapshotOf(panel),
      ({ state }) => state === 'unread',
    );
    const popup = await harness.openPopup(tab);
    await settled(popup);
    await siteIs(popup, 'off');
    await popup.close();
    await panel.close();
    await tab.close();
  });

  it('is turned on by the background where the prompt has closed the popup, and not without a wish', async () => {
    const { harness, server } = session();
    const page = await harness.openExtensionTab('options.html');
    const sites = (): Promise<unknown> =>
      page.evaluate(
        `new Promise((resolve) => chrome.storage.local.get('settings', (kept) => resolve(kept.settings?.sites.join() ?? '')))`,
      );

    await askForSite(harness, page, 'feeds.example');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await sites()).toBe('');
    const wish = `{ 'wanted-site': { host: 'localhost', at: Date.now() } }`;
    await askForSite(harness, page, 'localhost', `chrome.storage.session.set(${wish});`);
    await until('the site', sites, (hosts) => hosts === 'localhost');

    const { popup, tab } = await session().read('/sample-hi.html');
    const panel = await harness.openPanel(popup);
    await settled(panel);
    await tab.goto(`${server.base.replace(HOST, 'localhost')}/sample-bn.html`);
    await articleIn(panel, 'bn');
    await panel.close();
    await tab.close();

    // A site that settings from another browser bring along is not granted in this one.
    await page.evaluate(`new Promise((resolve) => chrome.storage.local.get('settings', ({ settings }) =>
      chrome.storage.local.set({ settings: { ...settings, sites: ['localhost', 'news.example'] } }, resolve)))`);
    await until('the site that is granted', sites, (hosts) => hosts === 'localhost');
    await page.close();

    const options = await harness.openExtensionTab('options.html');
    await options.click('#sites button');
    await until(
      'no permission',
      () => options.evaluate(isGranted('localhost')),
      (there) => there === false,
    );
    await options.close();
  });
});
