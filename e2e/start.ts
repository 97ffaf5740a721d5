/**
 * `npm start`: the main job in one command. With a display it opens a browser with the extension on a sample page;
 * without one it clicks the real toolbar button, opens the real panel, prints what was found and keeps screenshots.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableBrowsers, type BrowserName, ROOT, sayMissingBrowsers } from './harness';
import { openSession } from './harness/session';
import type { Snapshot } from './harness/snapshot';
import { settled } from './harness/view';

const SAMPLE = '/sample-hi.html';
const ARTIFACTS = `${ROOT}artifacts`;

/** A browser on the sample page, for the reader to click in; ends when the browser is closed. */
async function showToReader(name: BrowserName): Promise<void> {
  const { harness, server } = await openSession(name, { headless: false, online: true });
  await harness.openTab(server.base + SAMPLE);
  console.log(`${name} is open on ${server.base}${SAMPLE}`);
  console.log('Click the Sidelight button in the toolbar (behind the puzzle piece) or press Alt+J.');
  console.log('Close the browser to end.');
  await harness.closed();
  await server.close();
}

/** The same without a display: the real click, the real panel, the matches in print, the pictures in a folder. */
async function showHeadless(name: BrowserName): Promise<void> {
  console.log(`No display: ${name} runs headless, with the real toolbar button and the real panel.\n`);
  const session = await openSession(name);
  try {
    const { popup, shown } = await session.read(SAMPLE);
    if (shown.stories.length === 0) throw new Error(`Nothing was found: ${shown.notice ?? shown.text}`);
    save('popup.png', await popup.screenshot());
    const panel = await session.harness.openPanel(popup);
    print(await settled(panel));
    save('panel.png', await panel.screenshot({ scheme: 'light' }));
    save('panel-dark.png', await panel.screenshot({ scheme: 'dark' }));
  } finally {
    await session.harness.close();
    await session.server.close();
  }
}

function print({ title, facts, confidence, groups, background }: Snapshot): void {
  console.log(`${title?.text}\n${facts.join(' · ')}\n\n${confidence}`);
  for (const { lang, title: storyTitle, pairs, links } of groups) {
    console.log(`\n${lang}  ${storyTitle}`);
    for (const link of links) {
      console.log(`    ${link.outlet} · ${link.date || 'no date'}\n      ${link.href}`);
    }
    if (pairs.length > 0) console.log(`    why: ${pairs.join(', ')}`);
  }
  if (background.length > 0) console.log(`\nBackground: ${background.join(', ')}`);
}

function save(file: string, picture: Uint8Array): void {
  mkdirSync(ARTIFACTS, { recursive: true });
  writeFileSync(`${ARTIFACTS}/${file}`, picture);
  console.log(`${file === 'popup.png' ? '' : '\n'}Saved artifacts/${file}`);
}

/** No browser: what to install, and the same matches from the same engine in print. */
function matchOnCommandLine(): void {
  console.log('\nInstall Chromium or Firefox to see the extension, on Debian or Ubuntu for example with');
  console.log('  apt-get install chromium firefox-esr fonts-noto-core fonts-noto-cjk');
  console.log('The same engine on the command line:\n');
  const args = ['run', '-s', 'sidelight', '--', 'match', `e2e/pages${SAMPLE}`];
  const { status } = spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

sayMissingBrowsers();
const [browser] = availableBrowsers();
if (browser === undefined) matchOnCommandLine();
else if (hasDisplay) await showToReader(browser);
else await showHeadless(browser);
