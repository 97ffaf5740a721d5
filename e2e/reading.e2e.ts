import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { closeReading } from './harness/session';
import { until } from './harness/view';
import { LETTER } from './known-stories';
import { MADE_PAGES } from './pages/made';

inEveryBrowser('the toolbar button', (session) => {
  it.each([
    ['sample-hi', 'hi', 'ltr', 'bn'],
    ['sample-bn', 'bn', 'ltr', 'hi'],
    ['sample-ar', 'ar', 'rtl', 'hi'],
    ['sample-zh', 'zh', 'ltr', 'hi'],
    ['sample-en', 'en', 'ltr', 'zh'],
  ])('reads %s and counts its coverage', async (name, lang, dir, other) => {
    const reading = await session().read(`/${name}.html`);
    const { shown } = reading;
    expect(shown.state).toBe('read');
    expect(shown.title).toMatchObject({ lang, dir });
    expect(shown.facts.at(-1)).toBe('June 23, 2025');
    expect(shown.stories).toEqual([LETTER]);
    expect(shown.confidence).toMatch(/^(Very likely|Likely) the same event, \d+%$/);
    const counted = await reading.popup.evaluate(
      `Array.from(document.querySelectorAll('.count'), (one) => one.dataset.lang)`,
    );
    expect(counted).toContain(other);
    expect(counted).not.toContain(lang);
    expect(shown.links.length).toBeGreaterThan(0);
    await closeReading(reading);
  });

  it.each([
    ['/home.html', 'front page'],
    ['/video.html', 'video page'],
    ['/empty.html', 'no text'],
    ['/login.html', 'behind a login'],
  ])('says in words why %s is no article', async (path, words) => {
    const reading = await session().read(path);
    expect(reading.shown.state).toBe('read');
    expect(reading.shown.notice).toContain('Not an article');
    expect(reading.shown.notice).toContain(words);
    expect(reading.shown.links).toEqual([]);
    await closeReading(reading);
  });

  it.each([
    ['de-paywalled', 'its text is not free'],
    ['en-live-blog', 'A live report'],
  ])('says how much of %s was read', async (name, words) => {
    const page = MADE_PAGES.find((made) => made.name === name);
    const reading = await session().read(page?.path ?? '');
    expect(reading.shown.state).toBe('read');
    expect(await reading.popup.evaluate(`document.querySelector('.page-note')?.textContent`)).toContain(words);
    await closeReading(reading);
  });

  it('says that a file is no page', async () => {
    const reading = await session().read('/plain.txt');
    expect(reading.shown.state).toBe('failed');
    expect(reading.shown.notice).toContain('This is a file');
    await closeReading(reading);
  });

  it('says that a page of the browser cannot be read', async () => {
    const reading = await session().read(session().name === 'chromium' ? 'chrome://version/' : 'about:support');
    expect(reading.shown.state).toBe('failed');
    expect(reading.shown.notice).toContain('page of the browser itself');
    await closeReading(reading);
  });

  it('shows markup in titles as text and runs none of it', async () => {
    const reading = await session().read('/hostile.html');
    expect(reading.shown.state).toBe('read');
    expect(reading.shown.title?.text).toContain('अराघची');
    expect(reading.shown.strangers).toBe(0);
    expect(await reading.popup.evaluate('Boolean(globalThis.sidelightRan)')).toBe(false);
    expect(await reading.tab.evaluate('Boolean(globalThis.sidelightRan)')).toBe(false);
    await closeReading(reading);
  });

  it('says what the index covers when nothing is found', async () => {
    const reading = await session().read('/nothing.html');
    expect(reading.shown.title?.text).toContain('Giant marrow');
    expect(reading.shown.notice).toContain('No other coverage found');
    expect(reading.shown.notice).toMatch(/\d+ events, from \w+ \d+, 20\d\d to \w+ \d+, 20\d\d/);
    expect(reading.shown.notice).toMatch(/by [\d,]+ outlets in \d+ languages/);
    await closeReading(reading);
  });

  it.each(['/big.html', '/deep.html'])('comes to an honest end on %s within 5 seconds', async (path) => {
    const reading = await session().read(path);
    expect(reading.shown.state).toMatch(/^(read|failed)$/);
    expect(reading.shown.notice).not.toBe('');
    expect(reading.ms).toBeLessThan(5_000);
    await closeReading(reading);
  });

  it('leaves the page as it was', async () => {
    const tab = await session().harness.openTab(`${session().server.base}/sample-hi.html`);
    const before = await tab.evaluate('document.documentElement.outerHTML');
    const popup = await session().harness.openPopup(tab);
    await until(
      'an outcome',
      () => popup.evaluate(`document.querySelector('.popup')?.dataset.state`),
      (s) => s === 'read',
    );
    expect(await tab.evaluate('document.documentElement.outerHTML')).toBe(before);
    await popup.close();
    await tab.close();
  });
});
