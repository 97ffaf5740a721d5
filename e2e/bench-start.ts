/**
 * `npm run bench:start`: how quickly the extension answers, in each real browser: the background's first answer of its
 * life, the popup's matches after a click, the first paint of the panel.
 */
import { availableBrowsers, sayMissingBrowsers } from './harness';
import { openSession, type Session } from './harness/session';
import { settled, until, type View } from './harness/view';

const LIVES = 3;
const CLICKS = 5;
const PAGES = ['sample-hi', 'sample-bn', 'sample-ar', 'sample-zh', 'sample-en'] as const;

const FIRST_ANSWER = `(() => {
  const start = performance.now();
  return (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'index-facts' })
    .then(() => performance.now() - start);
})()`;
const FIRST_PAINT = `(document.defaultView.performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null)`;

/** Lexicon and stories are opened by the background's first question; nobody has asked it in a new browser. */
async function firstAnswer({ harness }: Session): Promise<number> {
  const view = await harness.openExtensionTab('sidepanel.html');
  const ms = Number(await view.evaluate(FIRST_ANSWER));
  await view.close();
  return ms;
}

async function firstPaint(view: View): Promise<number> {
  const painted = (): Promise<unknown> => view.evaluate(FIRST_PAINT);
  return Number(await until('the first paint', painted, (ms) => typeof ms === 'number'));
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${middle.toFixed(0)} ms (${sorted.map((value) => value.toFixed(0)).join(' ')})`;
}

sayMissingBrowsers();
for (const browser of availableBrowsers()) {
  const answers: number[] = [];
  const clicks: number[] = [];
  const paints: number[] = [];
  for (let life = 0; life < LIVES; life++) {
    const session = await openSession(browser);
    try {
      answers.push(await firstAnswer(session));
      if (life > 0) continue;
      await session.read('/sample-hi.html').then(({ popup }) => popup.close());
      for (let i = 0; i < CLICKS; i++) {
        const { popup, tab, ms } = await session.read(`/${PAGES[i % PAGES.length]}.html`);
        clicks.push(ms);
        const panel = await session.harness.openPanel(popup);
        await settled(panel);
        paints.push(await firstPaint(panel));
        await panel.close();
        await tab.close();
      }
    } finally {
      await session.harness.close();
      await session.server.close();
    }
  }
  console.log(`${browser}: first answer of a background that has just started: ${median(answers)}`);
  console.log(
    `${browser}: from the click to the matches in the popup, warm, looked for every 40 ms: ${median(clicks)}`,
  );
  console.log(`${browser}: first paint of the panel, its matches included, from its opening: ${median(paints)}`);
}
