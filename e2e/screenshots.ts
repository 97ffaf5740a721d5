/**
 * Takes the screenshots of `docs/screenshots/` (`npm run screenshots`) in real browsers; with a folder as argument it
 * draws every panel there in its whole length, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableBrowsers, type BrowserName, ROOT } from './harness';
import { openSession, type Session } from './harness/session';
import { type Look, settled, until } from './harness/view';

/** What one browser is asked to show: each page by the names of its pictures. */
interface Round {
  readonly browser: BrowserName;
  /** Language of the browser's interface. */
  readonly locale?: string;
  /** Languages the reader reads; the browser's own where none are named. */
  readonly languages?: readonly string[];
  readonly pages: readonly PageShots[];
}

interface PageShots {
  readonly page: string;
  readonly popup?: readonly Shot[];
  readonly panel?: readonly Shot[];
}

interface Shot extends Look {
  readonly name: string;
}

const light = (name: string, width?: number): Shot => shot(`${name}-light`, 'light', width);
const dark = (name: string, width?: number): Shot => shot(`${name}-dark`, 'dark', width);
function shot(name: string, scheme: Look['scheme'], width?: number): Shot {
  return width === undefined ? { name, scheme } : { name, scheme, width };
}

const ROUNDS: readonly Round[] = [
  {
    browser: 'chromium',
    languages: ['bn', 'en', 'ar'],
    pages: [
      { page: 'sample-hi', popup: [light('popup-hi')], panel: [light('panel-hi'), dark('panel-hi')] },
      { page: 'nothing', popup: [light('popup-nothing')] },
      { page: 'home', popup: [light('popup-home')] },
    ],
  },
  {
    browser: 'chromium',
    locale: 'ar',
    languages: ['ar', 'en'],
    pages: [{ page: 'sample-zh', popup: [light('popup-zh-arabic')], panel: [light('panel-zh-arabic')] }],
  },
  {
    browser: 'firefox',
    languages: ['hi', 'en'],
    pages: [
      { page: 'sample-bn', popup: [dark('firefox-popup-bn')], panel: [light('firefox-panel-bn', 400)] },
      { page: 'sample-ar', panel: [dark('firefox-panel-ar', 400)] },
      { page: 'sample-en', panel: [light('firefox-panel-en-320', 320)] },
    ],
  },
];

/** Sets what the options page would set; both browsers have the same storage under another name. */
async function readLanguages({ harness }: Session, languages: readonly string[]): Promise<void> {
  const options = await harness.openExtensionTab('options.html');
  const kept = JSON.stringify({ settings: { version: 1, languages } });
  await options.evaluate(`(globalThis.browser ?? globalThis.chrome).storage.local.set(${kept})`);
  await options.close();
}

const [folder] = process.argv.slice(2);
const target = folder ?? `${ROOT}docs/screenshots`;
mkdirSync(target, { recursive: true });
const here = availableBrowsers();

async function take(
  session: Session,
  { page, popup: popupShots = [], panel: panelShots = [] }: PageShots,
): Promise<void> {
  const { popup, tab } = await session.read(`/${page}.html`);
  for (const { name, ...look } of popupShots) save(name, await popup.screenshot(look));
  if (panelShots.length > 0) {
    const panel = await session.harness.openPanel(popup);
    await settled(panel);
    for (const { name, ...look } of panelShots) {
      save(name, await panel.screenshot({ ...look, whole: folder !== undefined }));
    }
    await panel.close();
  } else await popup.close();
  await tab.close();
}

function save(name: string, picture: Uint8Array): void {
  writeFileSync(`${target}/${name}.png`, picture);
  console.log(`${name}.png ${Math.round(picture.length / 1000)} kB`);
}

for (const { browser, locale, languages, pages } of ROUNDS.filter((round) => here.includes(round.browser))) {
  const session = await openSession(browser, locale === undefined ? {} : { locale });
  try {
    if (languages !== undefined) await readLanguages(session, languages);
    for (const page of pages) await take(session, page);
    if (browser === 'chromium' && locale === undefined) {
      const options = await session.harness.openExtensionTab('options.html');
      const facts = (): Promise<unknown> => options.evaluate(`document.querySelector('.index-facts') !== null`);
      await until('the facts of the index', facts, Boolean);
      save('options-light', await options.screenshot({ scheme: 'light' }));
    }
  } finally {
    await session.harness.close();
    await session.server.close();
  }
}
