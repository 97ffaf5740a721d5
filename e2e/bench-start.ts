/**
 * `npm run bench:start`: how quickly the extension answers, in each real browser: the background's first answer of its
 * life, the popup's matches after a click, the first paint of the panel; and beside it what an extension that does nothing takes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { idleExtension } from './bench/idle-extension';
import { availableBrowsers, sayMissingBrowsers } from './harness';
import { openSession, type Session } from './harness/session';
import { until, type View } from './harness/view';

const LIVES = 3;
const CLICKS = 5;
/** A page that has just loaded is busy; a reader clicks later. */
const REST_MS = 500;
const PAGES = ['sample-hi', 'sample-bn', 'sample-ar', 'sample-zh', 'sample-en'] as const;

const FIRST_ANSWER = `(() => {
  const start = performance.now();
  return (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'index-facts' })
    .then(() => performance.now() - start);
})()`;
/** A moment of a view's life, in ms after it was opened; the marks are `useShownMark`'s. */
const momentOf = (name: string): string =>
  `(document.defaultView.performance.getEntriesByName('${name}')[0]?.startTime ?? null)`;
const OPENED = 'document.defaultView.performance.timeOrigin';

/** Lexicon and stories are opened by the background's first question; nobody has asked it in a new browser. */
async function firstAnswer({ harness }: Session): Promise<number> {
  const view = await harness.openExtensionTab('sidepanel.html');
  const ms = Number(await view.evaluate(FIRST_ANSWER));
  await view.close();
  return ms;
}

async function moment(view: View, name: string): Promise<number> {
  const ask = (): Promise<unknown> => view.evaluate(momentOf(name));
  return Number(await until(name, ask, (ms) => typeof ms === 'number'));
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${middle.toFixed(0)} ms (${sorted.map((value) => value.toFixed(0)).join(' ')})`;
}

/** What a click, a popup and a panel took. */
type Note = (what: string, ms: number) => void;

/** The first two clicks of a life warm up browser and background. */
const isWarm = (click: number): boolean => click >= 0;

async function timeClicks(session: Session, note: Note): Promise<void> {
  const { harness, server } = session;
  for (let i = -2; i < CLICKS; i++) {
    const tab = await harness.openTab(`${server.base}/${PAGES.at(i % PAGES.length)}.html`);
    await sleep(REST_MS);
    const clicked = Date.now();
    const popup = await harness.openPopup(tab);
    // The marks alone are looked for: a whole picture of the view would be drawn at the view's cost.
    const popupShown = await moment(popup, 'shown');
    const opened = Number(await popup.evaluate(OPENED)) - clicked;
    const popupPaint = await moment(popup, 'first-contentful-paint');
    const panel = await harness.openPanel(popup);
    const panelShown = await moment(panel, 'shown');
    const panelPaint = await moment(panel, 'first-contentful-paint');
    if (isWarm(i)) {
      note('click to popup opened (the browser and its driver)', opened);
      note('popup opened to its first paint', popupPaint);
      note('popup opened to matches', popupShown);
      note('click to matches', opened + popupShown);
      note('panel opened to its first paint', panelPaint);
      note('panel opened to matches', panelShown);
    }
    await panel.close();
    await tab.close();
  }
}

/** The same clicks with an extension that does nothing: what the browser takes for any. */
async function timeIdleClicks({ harness, server }: Session, note: Note): Promise<void> {
  for (let i = -2; i < CLICKS; i++) {
    const tab = await harness.openTab(`${server.base}/${PAGES.at(i % PAGES.length)}.html`);
    await sleep(REST_MS);
    const clicked = Date.now();
    const popup = await harness.openPopup(tab);
    const popupPaint = await moment(popup, 'first-contentful-paint');
    const opened = Number(await popup.evaluate(OPENED)) - clicked;
    const panel = await harness.openPanel(popup);
    const panelPaint = await moment(panel, 'first-contentful-paint');
    if (isWarm(i)) {
      note('an empty extension: click to popup opened', opened);
      note('an empty extension: click to the popup painted', opened + popupPaint);
      note('an empty extension: panel opened to its first paint', panelPaint);
    }
    await panel.close();
    await tab.close();
  }
}

sayMissingBrowsers();
for (const browser of availableBrowsers()) {
  const times = new Map<string, number[]>();
  const note: Note = (what, ms) => void times.set(what, [...(times.get(what) ?? []), ms]);
  const inSession = async (session: Session, run: (session: Session) => Promise<void>): Promise<void> => {
    try {
      await run(session);
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  };
  for (let life = 0; life < LIVES; life++) {
    await inSession(await openSession(browser), async (session) => {
      note('first answer of a background that has just started', await firstAnswer(session));
      await timeClicks(session, note);
    });
    await inSession(await openSession(browser, { extension: idleExtension() }), (session) =>
      timeIdleClicks(session, note),
    );
  }
  for (const [what, values] of times) console.log(`${browser}: ${what}: ${median(values)}`);
}
