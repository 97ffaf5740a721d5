/**
 * Takes the screenshots of `docs/screenshots/` (`npm run screenshots`) in real browsers; with a folder as argument it
 * draws every panel there in its whole length, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { defaultSettings, settingsRecord } from '../lib/settings/settings';
import { availableBrowsers, type BrowserName, ROOT } from './harness';
import { everyState, type StateName } from './harness/panel-states';
import { openPanelTab } from './harness/panel-tab';
import { openSession, type Session } from './harness/session';
import { type Look, settled, until } from './harness/view';

/** What one browser is asked to show: each page by the names of its pictures. */
interface Round {
  readonly browser: BrowserName;
  /** Language of the interface, as the reader chose it; the browser's own where none is named. */
  readonly speaks?: string;
  /** Languages the reader reads. */
  readonly languages: readonly string[];
  readonly pages: readonly PageShots[];
  /** The extension's own pages. */
  readonly own?: readonly { readonly path: string; readonly shots: readonly Shot[] }[];
  /** States that no page of the server brings about, each by its name. */
  readonly states?: readonly (Shot & { readonly state: StateName })[];
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
      { page: 'nothing', popup: [light('popup-nothing')], panel: [light('panel-nothing')] },
      { page: 'later-en', popup: [light('popup-before')], panel: [light('panel-before')] },
      { page: 'home', popup: [light('popup-home')] },
      { page: 'plain', popup: [light('popup-error')] },
    ],
    states: [
      { ...light('panel-many-400', 400), state: 'many' },
      { ...light('panel-live-600', 600), state: 'live' },
      { ...light('panel-error-320', 320), state: 'failed' },
    ],
    own: [
      { path: 'options.html', shots: [light('options'), dark('options')] },
      { path: 'saved.html', shots: [light('saved-empty')] },
      { path: 'welcome.html', shots: [light('welcome')] },
    ],
  },
  {
    browser: 'chromium',
    speaks: 'ar',
    languages: ['ar', 'en'],
    pages: [
      { page: 'sample-zh', popup: [light('popup-zh-arabic')], panel: [light('panel-zh-arabic')] },
      { page: 'later-en', popup: [dark('popup-before-arabic')], panel: [dark('panel-before-arabic')] },
    ],
    own: [{ path: 'options.html', shots: [light('options-arabic')] }],
    states: [{ ...dark('panel-many-arabic-320', 320), state: 'many' }],
  },
  {
    browser: 'firefox',
    speaks: 'hi',
    languages: ['hi', 'en', 'ta'],
    pages: [
      { page: 'sample-bn', popup: [dark('firefox-popup-hindi')], panel: [dark('firefox-panel-hindi', 400)] },
      { page: 'nothing', panel: [light('firefox-panel-hindi-nothing', 320)] },
    ],
    states: [
      { ...dark('firefox-panel-hindi-many-400', 400), state: 'many' },
      { ...dark('firefox-panel-hindi-error-320', 320), state: 'failed' },
    ],
  },
  {
    browser: 'firefox',
    speaks: 'bn',
    languages: ['bn', 'hi'],
    pages: [{ page: 'sample-en', panel: [light('firefox-panel-bengali', 320)] }],
  },
  {
    browser: 'firefox',
    speaks: 'zh',
    languages: ['zh', 'en', 'ja'],
    pages: [{ page: 'sample-ar', panel: [light('firefox-panel-chinese', 600)] }],
  },
  {
    browser: 'firefox',
    speaks: 'ur',
    languages: ['ur', 'ar'],
    pages: [{ page: 'sample-en', popup: [light('firefox-popup-urdu')], panel: [dark('firefox-panel-urdu', 400)] }],
  },
];

/** Sets what the options page would set; both browsers have the same storage under another name. */
async function choose({ harness }: Session, { languages, speaks }: Round): Promise<void> {
  const options = await harness.openExtensionTab('options.html');
  const settings = settingsRecord({ ...defaultSettings(languages), interfaceLanguage: speaks ?? null });
  await options.evaluate(
    `(globalThis.browser ?? globalThis.chrome).storage.local.set(${JSON.stringify({ settings })})`,
  );
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
  const { popup, tab } = await session.read(`/${page}${page === 'plain' ? '.txt' : '.html'}`);
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

/** The panel's page in a tab, where it can be given a state and a width. */
async function takeStates(session: Session, { states = [] }: Round): Promise<void> {
  if (states.length === 0) return;
  const every = await everyState(session);
  for (const { state, name, width = 400, scheme } of states) {
    const panel = await openPanelTab(session, every[state]);
    await panel.evaluate(`document.documentElement.dataset.theme = '${scheme}'`);
    await panel.widthIn(width);
    save(name, await panel.screenshot({ scheme }));
    await panel.close();
  }
}

async function takeOwn({ harness }: Session, path: string, shots: readonly Shot[]): Promise<void> {
  const view = await harness.openExtensionTab(path);
  const drawn = (): Promise<unknown> => view.evaluate(`document.querySelector('#root').childElementCount > 0`);
  await until(path, drawn, Boolean);
  if (path === 'options.html') {
    const facts = (): Promise<unknown> => view.evaluate(`document.querySelector('.index-facts') !== null`);
    await until('the facts of the index', facts, Boolean);
  }
  for (const { name, ...look } of shots) save(name, await view.screenshot(look));
  await view.close();
}

for (const round of ROUNDS.filter(({ browser }) => here.includes(browser))) {
  const session = await openSession(round.browser);
  try {
    await choose(session, round);
    for (const page of round.pages) await take(session, page);
    for (const { path, shots } of round.own ?? []) await takeOwn(session, path, shots);
    await takeStates(session, round);
  } finally {
    await session.harness.close();
    await session.server.close();
  }
}
