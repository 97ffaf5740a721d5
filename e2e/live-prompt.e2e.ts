import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableBrowsers, launch } from './harness';
import { copyBuild } from './harness/copy-build';
import { type Harness, until } from './harness/view';
import { type Network, startNetwork } from './network/network';
import { answerAs, CATALOGUE } from './network/outlets';

/** Chromium's own question stands in a window of its own: a display and its keyboard reach it, nothing else does. */
const DISPLAY = ':97';

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const missing = ['Xvfb', 'xdotool'].filter((program) => !has(program));
if (missing.length > 0) console.log(`No ${missing.join(', no ')} here: Chromium's prompt is not answered`);

describe.skipIf(missing.length > 0 || !availableBrowsers().includes('chromium'))('Chromium’s own prompt', () => {
  let network: Network;
  let display: ChildProcess;
  let harness: Harness;
  const before = process.env.DISPLAY;

  beforeAll(async () => {
    display = spawn('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], { stdio: 'ignore' });
    await sleep(1000);
    process.env.DISPLAY = DISPLAY;
    network = await startNetwork(answerAs({ day: 0, happened: false }));
    const extension = copyBuild('chromium', { 'feeds.json': JSON.stringify(CATALOGUE.slice(0, 8)) });
    harness = await launch('chromium', { extension, headless: false, proxyPort: network.proxyPort });
  });
  afterAll(async () => {
    await harness?.close();
    await network?.close();
    display?.kill();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  });

  const press = (...keys: readonly string[]): void => {
    for (const key of keys) execFileSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY } });
  };

  it('refused leaves nothing behind, allowed has the feeds read', async () => {
    const options = await harness.openExtensionTab('options.html');
    await until(
      'the catalogue',
      () => options.evaluate(`document.querySelectorAll('.feed-choices input').length`),
      Boolean,
    );
    await options.evaluate(`document.querySelectorAll('.feed-choices input').forEach((box) => box.click())`);

    await options.click('#follow-feeds');
    await sleep(1500);
    press('Escape');
    await until(
      'the refusal',
      () => options.evaluate(`document.querySelector('#live').textContent.includes('Nothing was changed')`),
      Boolean,
    );
    expect(await options.evaluate(`document.querySelectorAll('.feed-row').length`)).toBe(0);
    expect(network.seen).toEqual([]);

    await options.click('#follow-feeds');
    await sleep(1500);
    press('Tab', 'space');
    await until(
      'feeds that were read',
      () => options.evaluate(`[...document.querySelectorAll('.feed-row')].map(({ dataset }) => dataset.state).join()`),
      (states) => /^ok(?:,ok)*$/.test(String(states)),
      20_000,
    );
  });
});
