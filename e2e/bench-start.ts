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

/** How a popup and a panel just opened are timed. The marks alone are looked for: a whole picture of a view costs it time. */
interface Clock {
  popup(view: View, clicked: number, note: Note): Promise<void>;
  panel(view: View, note: Note): Promise<void>;
}

const ours: Clock = {
  async popup(view, clicked, note) {
    const shown = await moment(view, 'shown');
    const opened = Number(await view.evaluate(OPENED)) - clicked;
    note('click to popup opened (the browser and its driver)', opened);
    note('popup opened to its first paint', await moment(view, 'first-contentful-paint'));
    note('popup opened to matches', shown);
    note('click to matches', opened + shown);
  },
  async panel(view, note) {
    note('panel opened to matches', await moment(view, 'shown'));
    note('panel opened to its first paint', await moment(view, 'first-contentful-paint'));
  },
};

/** An extension that does nothing: what the browser takes for any. */
const idle: Clock = {
  async popup(view, clicked, note) {
    const painted = await moment(view, 'first-contentful-paint');
    const opened = Number(await view.evaluate(OPENED)) - clicked;
    note('an empty extension: click to popup opened', opened);
    note('an empty extension: click to the popup painted', opened + painted);
  },
  async panel(view, note) {
    note('an empty extension: panel opened to its first paint', await moment(view, 'first-contentful-paint'));
  },
};

async function timeClicks({ harness, server }: Session, clock: Clock, note: Note): Promise<void> {
  for (let i = -2; i < CLICKS; i++) {
    // The first two clicks of a life warm up browser and background.
    const noteWarm: Note = i < 0 ? () => {} : note;
    const tab = await harness.openTab(`${server.base}/${PAGES.at(i % PAGES.length)}.html`);
    await sleep(REST_MS);
    const clicked = Date.now();
    const popup = await harness.openPopup(tab);
    await clock.popup(popup, clicked, noteWarm);
    const panel = await harness.openPanel(popup);
    await clock.panel(panel, noteWarm);
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
      await timeClicks(session, ours, note);
    });
    await inSession(await openSession(browser, { extension: idleExtension() }), (session) =>
      timeClicks(session, idle, note),
    );
  }
  for (const [what, values] of times) console.log(`${browser}: ${what}: ${median(values)}`);
}
