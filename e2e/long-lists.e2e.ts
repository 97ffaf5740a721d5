import { expect, it } from 'vitest';
import { inEveryBrowser } from './harness/in-every-browser';
import { openPanelOn, type Session } from './harness/session';
import { until, type View } from './harness/view';

const REPORTS = 300;
/** On slow cores that have other work. */
const FRAME_LIMIT_MS = 1000;
/** Beyond this a layout counts as one that jumps. */
const MOST_SHIFT = 0.1;

/** Gives the story that was found in the tab as many reports, in three languages. */
const LENGTHEN = `(async () => {
  const { session } = (globalThis.browser ?? globalThis.chrome).storage;
  for (const [key, state] of Object.entries(await session.get())) {
    if (state.status !== 'read' || !state.findings) continue;
    state.findings.sameEvent[0].coverage = Array.from({ length: ${REPORTS} }, (_, at) => ({
      outlet: 'Outlet ' + at,
      lang: ['en', 'en', 'en', 'bn', 'ar'][at % 5],
      date: '2025-06-' + (20 + (at % 7)),
      url: 'https://www.outlet-' + at + '.example/report',
      headline: null,
    }));
    await session.set({ [key]: state });
  }
})()`;

async function openLongPanel(session: Session) {
  const opened = await openPanelOn(session, '/sample-hi.html');
  const other = await session.harness.openExtensionTab('options.html');
  await other.evaluate(LENGTHEN);
  await other.close();
  await opened.tab.bringToFront();
  const badge = `document.querySelector('[data-lang="en"] .badge')?.textContent`;
  await until(
    'the long list',
    () => opened.panel.evaluate(badge),
    (count) => count === String((REPORTS * 3) / 5),
  );
  return opened;
}

/** Does something in the view and waits for the frame that shows it; in milliseconds. */
async function timeToFrame(view: View, what: string): Promise<number> {
  await view.evaluate(`void (() => {
    const { dataset } = document.documentElement;
    const view = document.defaultView;
    const frame = (then) => view.requestAnimationFrame(then);
    dataset.took = '';
    const start = view.performance.now();
    ${what};
    frame(() => frame(() => { dataset.took = String(view.performance.now() - start); }));
  })()`);
  const took = (): Promise<unknown> => view.evaluate('document.documentElement.dataset.took');
  return Number(await until('a frame', took, (ms) => ms !== ''));
}

const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) sum += value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 300);
})`;
/** Where the blocks of the panel stand. */
const PLACES = `Array.from(document.querySelectorAll('.article, #same-event, .group, .actions > *:not(.status)'),
  (one) => { const { x, y } = one.getBoundingClientRect(); return [Math.round(x), Math.round(y)]; })`;

inEveryBrowser('a long list', (session) => {
  it(`of ${REPORTS} reports opens and scrolls without a wait`, async () => {
    const { tab, panel } = await openLongPanel(session());
    const drawn = (): Promise<unknown> => panel.evaluate(`document.querySelectorAll('.story .report').length`);
    expect(await drawn()).toBeLessThan(20);
    const fold = `document.querySelector('[data-lang="en"] .reports + .fold > summary')`;
    expect(await timeToFrame(panel, `${fold}.click()`)).toBeLessThan(FRAME_LIMIT_MS);
    await until('all of it', drawn, (count) => Number(count) > 170);
    expect(
      await timeToFrame(panel, `document.defaultView.scrollTo(0, document.documentElement.scrollHeight)`),
    ).toBeLessThan(FRAME_LIMIT_MS);
    const menu = `document.querySelectorAll('[data-lang="en"] .report')[150].querySelector('summary')`;
    expect(await timeToFrame(panel, `${menu}.click()`)).toBeLessThan(FRAME_LIMIT_MS);
    await panel.close();
    await tab.close();
  });

  it('and any other stays where it was drawn', async () => {
    const { tab, panel } = await openPanelOn(session(), '/sample-bn.html');
    const before = await panel.evaluate(PLACES);
    if (session().name === 'chromium') expect(await panel.evaluate(SHIFT)).toBeLessThan(MOST_SHIFT);
    else await tab.evaluate('new Promise((later) => setTimeout(later, 500))');
    expect(await panel.evaluate(PLACES)).toEqual(before);
    await panel.close();
    await tab.close();
  });
});
