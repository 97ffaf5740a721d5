import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { openPanelOn } from './harness/session';
import { settled, snapshotOf, until } from './harness/view';
import { LETTER, RESIGNATION, TREATY, VERDICT } from './known-stories';

inEveryBrowser('the panel', (session) => {
  it('shows coverage by language, why it matched, and the background', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    const shown = await snapshotOf(panel);
    expect(shown.stories).toEqual([LETTER]);
    expect(shown.background).toContain(TREATY);

    const languages = shown.groups.map(({ lang }) => lang);
    expect(languages[0]).toBe('en'); // the reader's own comes first
    expect(languages.at(-1)).toBe('hi'); // the article's own comes last, apart
    expect(shown.groups.filter(({ sameLanguage }) => sameLanguage).map(({ lang }) => lang)).toEqual(['hi']);

    const bengali = shown.groups.find(({ lang }) => lang === 'bn');
    expect(bengali?.title).toMatch(/\p{Script=Bengali}/u);
    expect(bengali?.pairs.join(' ')).toMatch(/\p{Script=Devanagari}+ *↔ *\p{Script=Bengali}/u);

    for (const link of shown.links) {
      expect(link.href).toMatch(/^https?:\/\//);
      expect(link).toMatchObject({ target: '_blank', rel: 'noreferrer noopener' });
      expect(link.outlet).not.toBe('');
      expect(link.href).toContain(link.host);
    }
    await panel.close();
    await tab.close();
  });

  it('shows what came before an event that it does not know, in the popup too', async () => {
    const { tab, popup, shown } = await session().read('/later-en.html');
    expect(shown.stories).toEqual([]);
    expect(shown.notice).toContain('No other coverage found');
    expect(shown.background).toEqual([VERDICT]);
    const panel = await session().harness.openPanel(popup);
    await settled(panel);
    const all = await snapshotOf(panel);
    expect(all.stories).toEqual([]);
    expect(all.background.slice(0, 2)).toEqual([VERDICT, RESIGNATION]);
    await panel.close();
    await tab.close();
  });

  it('says how the page was read, as long as the click allows it', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-hi.html');
    await panel.click('.how-read > summary');
    const text = (): Promise<unknown> => panel.evaluate(`document.querySelector('.how-read').innerText`);
    const told = await until('the trace', text, (words) => /taken out/.test(String(words)));
    expect(told).toMatch(/\p{Script=Devanagari}/u);
    await panel.close();
    await tab.close();
  });

  it('belongs to one tab and one page, and never shows their coverage for another', async () => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/sample-bn.html');
    expect((await snapshotOf(panel)).title?.lang).toBe('bn');

    const other = await harness.openTab(`${server.base}/sample-hi.html`);
    const unread = await until(
      'the other tab',
      () => snapshotOf(panel),
      ({ state }) => state === 'unread',
    );
    expect(unread.links).toEqual([]);
    expect(unread.notice).toContain('Another tab');

    await tab.bringToFront();
    await until(
      'the first tab again',
      () => snapshotOf(panel),
      ({ title }) => title?.lang === 'bn',
    );

    await tab.goto(`${server.base}/sample-ar.html`);
    const left = await until(
      'the page that left',
      () => snapshotOf(panel),
      ({ state }) => state === 'unread',
    );
    expect(left.notice).toContain('This tab shows another page now');
    expect(left.links).toEqual([]);
    await panel.close();
    await other.close();
    await tab.close();
  });

  it('follows the toolbar button while it is open', async () => {
    const { harness, server } = session();
    const { tab, panel } = await openPanelOn(session(), '/nothing.html');
    expect((await snapshotOf(panel)).notice).toContain('No other coverage found');

    const next = await harness.openTab(`${server.base}/sample-ar.html`);
    const popup = await harness.openPopup(next);
    await settled(popup);
    const shown = await until(
      'the Arabic article',
      () => snapshotOf(panel),
      ({ state }) => state === 'read',
    );
    expect(shown.title).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(shown.dir).toBe('ltr'); // the interface keeps its own direction
    expect(shown.groups.map(({ lang }) => lang)).toContain('bn');
    await popup.close();
    await panel.close();
    await next.close();
    await tab.close();
  });
});
