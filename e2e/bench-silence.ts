/**
 * `npm run bench:silence`: what pages pay for an extension that was not asked. A page's own work, in pairs, with Sidelight
 * and with an extension that does nothing; then what the probe of a site that is always on takes of a page's main thread.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { idleExtension } from './bench/idle-extension';
import { availableBrowsers, type BrowserName, BUILDS, sayMissingBrowsers } from './harness';
import { askForSite } from './harness/ask-for-site';
import { openSession, type Session } from './harness/session';
import type { Tab } from './harness/view';

const PAIRS = Number(process.env.SIDELIGHT_PAIRS ?? 30);
const PROBES = 10;
const HOST = '127.0.0.1';

/** A page that builds, styles, sorts and measures, and says how long its own work took. */
const WORKING = `<!doctype html><html lang="en"><title>At work</title><body><script>
  addEventListener('load', () => setTimeout(() => {
    const start = performance.now();
    for (let round = 0; round < 3; round++) {
      const list = document.createElement('ul');
      for (let n = 0; n < 1500; n++) {
        const item = document.createElement('li');
        item.textContent = 'Item ' + ((n * 7919) % 1500);
        list.append(item);
      }
      document.body.append(list);
      [...list.children].sort((a, b) => a.textContent.localeCompare(b.textContent)).forEach((item) => list.append(item));
      list.getBoundingClientRect();
      document.body.classList.toggle('x');
    }
    globalThis.took = performance.now() - start;
  }, 50));
</script></body></html>`;

/** A front page: many links, no article. */
const FRONT = `<!doctype html><html lang="en"><head><title>The Daily Example</title></head><body><main>${Array.from(
  { length: 600 },
  (_, n) =>
    `<section><h2><a href="/story-${n}">Headline number ${n} of a day with much news</a></h2><p>A teaser of a line or so.</p></section>`,
).join('')}</main></body></html>`;

async function timeOf(tab: Tab, url: string): Promise<number> {
  await tab.goto(url);
  for (;;) {
    const took = await tab.evaluate('globalThis.took ?? 0');
    if (Number(took) > 0) return Number(took);
    await sleep(30);
  }
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? Number.NaN;

/** Differences of pairs, the order within a pair changing from one to the next. */
async function comparePages(name: BrowserName): Promise<void> {
  const idle = idleExtension();
  const sessions = [await openSession(name), await openSession(name, { extension: idle })] as const;
  try {
    const tabs = await Promise.all(
      sessions.map(async ({ harness, server }) => {
        server.put('/working.html', WORKING);
        return { tab: await harness.openTab(`${server.base}/nothing.html`), url: `${server.base}/working.html` };
      }),
    );
    const [ours, theirs] = tabs;
    if (ours === undefined || theirs === undefined) return;
    for (const { tab, url } of tabs) await timeOf(tab, url);
    const sides: [ours: number[], theirs: number[]] = [[], []];
    for (let pair = 0; pair < PAIRS; pair++) {
      const order = pair % 2 === 0 ? [ours, theirs] : [theirs, ours];
      const times = new Map<unknown, number>();
      for (const one of order) times.set(one, await timeOf(one.tab, one.url));
      sides[0].push(times.get(ours) ?? 0);
      sides[1].push(times.get(theirs) ?? 0);
    }
    // Whatever else the machine does only adds to a time: the quick quarter of each side says most.
    const differences = sides[0].map((time, pair) => time - (sides[1][pair] ?? 0));
    const ms = (values: readonly number[], share: number): string => quantile(values, share).toFixed(1);
    const [quick, base] = sides.map((times) => quantile(times, 0.25));
    console.log(
      `${name}: a page's own work, ${PAIRS} pairs: ${ms(sides[1], 0.25)} ms without (quick quarter), with Sidelight ` +
        `installed ${((quick ?? 0) - (base ?? 0)).toFixed(1)} ms more; of the pairs: median ${ms(differences, 0.5)} ms, ` +
        `middle half ${ms(differences, 0.25)} to ${ms(differences, 0.75)} ms`,
    );
  } finally {
    for (const { harness, server } of sessions) {
      await harness.close();
      await server.close();
    }
  }
}

/** What the probe takes of the main thread of a page that is no article, by the browser's own profile of it. */
async function measureProbe(name: BrowserName, session: Session): Promise<void> {
  const { harness, server } = session;
  server.put('/front.html', FRONT);
  const page = await harness.openExtensionTab('welcome.html');
  await askForSite(
    harness,
    page,
    HOST,
    `chrome.storage.session.set({ 'wanted-site': { host: '${HOST}', at: Date.now() } });`,
  );
  const tab = await harness.openTab(`${server.base}/nothing.html`);
  await sleep(3000);
  const times: number[] = [];
  for (let n = 0; n < PROBES; n++) {
    const ms = await harness.scriptTime(tab, 'probe.js', async () => {
      await tab.goto(`${server.base}/front.html?${n}`);
      await sleep(2500);
    });
    if (ms === null) return console.log(`${name}: gives no profile of a page to a test`);
    times.push(ms);
  }
  console.log(
    `${name}: main thread of a front page on a site that is always on: median ${quantile(times, 0.5).toFixed(2)} ms, ` +
      `most ${quantile(times, 1).toFixed(2)} ms of ${PROBES} (at most 5)`,
  );
  if (quantile(times, 0.5) > 5) process.exitCode = 1;
}

sayMissingBrowsers();
for (const name of availableBrowsers()) {
  await comparePages(name);
  const session = await openSession(name, { extension: BUILDS[name] });
  try {
    await measureProbe(name, session);
  } finally {
    await session.harness.close();
    await session.server.close();
  }
}
