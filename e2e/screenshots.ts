/**
 * Takes the screenshots of `docs/screenshots/`: `npm run screenshots`, or with a folder as argument every view in every
 * language and width, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableBrowsers, type BrowserName, ROOT } from './harness';
import { openSession } from './harness/session';
import { settled } from './harness/view';

interface Shot {
  readonly browser: BrowserName;
  readonly page: string;
  /** Language of the browser's interface. */
  readonly locale?: string;
  readonly width?: number;
}

/** The few that the README shows. */
const FOR_README: readonly Shot[] = [
  { browser: 'chromium', page: 'sample-hi' },
  { browser: 'firefox', page: 'sample-bn', width: 400 },
];

/** One of everything, for the eye. */
const EVERYTHING: readonly Shot[] = [
  ...['sample-hi', 'sample-bn', 'sample-ar', 'sample-zh', 'nothing', 'home', 'plain.txt'].flatMap((page): Shot[] => [
    { browser: 'chromium', page },
    { browser: 'firefox', page, width: 400 },
  ]),
  { browser: 'firefox', page: 'sample-hi', width: 320 },
  ...['hi', 'bn', 'ar'].map((locale): Shot => ({ browser: 'chromium', page: 'sample-zh', locale })),
];

const folder = process.argv[2];
const target = folder ?? `${ROOT}docs/screenshots`;
mkdirSync(target, { recursive: true });
const here = availableBrowsers();

for (const { browser, page, locale, width } of folder === undefined ? FOR_README : EVERYTHING) {
  if (!here.includes(browser)) continue;
  const session = await openSession(browser, locale === undefined ? {} : { locale });
  const name = [browser, page.replace('.txt', ''), locale, width].filter(Boolean).join('-');
  try {
    const { popup } = await session.read(page.includes('.') ? `/${page}` : `/${page}.html`);
    for (const scheme of ['light', 'dark'] as const) {
      writeFileSync(`${target}/${name}-popup-${scheme}.png`, await popup.screenshot({ scheme }));
    }
    const offered = await popup.evaluate(`document.querySelector('#open-panel') !== null`);
    if (offered === true) {
      const panel = await session.harness.openPanel(popup);
      await settled(panel);
      for (const scheme of ['light', 'dark'] as const) {
        const look = { scheme, whole: folder !== undefined, ...(width === undefined ? {} : { width }) };
        writeFileSync(`${target}/${name}-panel-${scheme}.png`, await panel.screenshot(look));
      }
    }
    console.log(name);
  } finally {
    await session.harness.close();
    await session.server.close();
  }
}
