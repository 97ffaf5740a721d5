import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableBrowsers, launch } from './harness';
import { copyBuild } from './harness/copy-build';
import { type Harness, until, type View } from './harness/view';
import { type Network, startNetwork } from './network/network';
import { answerAs, CATALOGUE } from './network/outlets';

/** Starts a display of its own: Chromium's question stands in a window that only a display and its keyboard reach. */
async function startDisplay(): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  // It chooses a free number, and writes it once it answers.
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  return { name: `:${String(number).trim()}`, server };
}

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
  let display: Awaited<ReturnType<typeof startDisplay>>;
  let harness: Harness;
  const before = process.env.DISPLAY;

  beforeAll(async () => {
    display = await startDisplay();
    process.env.DISPLAY = display.name;
    network = await startNetwork(answerAs({ day: 0, happened: false, awake: true }));
    const extension = copyBuild('chromium', { 'feeds.json': JSON.stringify(CATALOGUE.slice(0, 8)) });
    harness = await launch('chromium', { extension, headless: false, proxyPort: network.proxyPort });
  });
  afterAll(async () => {
    await harness?.close();
    await network?.close();
    display?.server.kill();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  });

  const press = (...keys: readonly string[]): void => {
    for (const key of keys) execFileSync('xdotool', ['key', key], { env: { ...process.env, DISPLAY: display.name } });
  };

  /** Clicks, and waits until the question is there and takes keys. */
  const ask = async (options: View): Promise<void> => {
    await options.click('#follow-feeds');
    await until(
      'the question, which takes the keys from the page',
      () => options.evaluate('document.hasFocus()'),
      (focused) => focused === false,
    );
    // It takes no key in its first half second, against clicks that were meant for something else.
    await sleep(700);
  };

  it('refused leaves nothing behind, allowed has the feeds read', async () => {
    const options = await harness.openExtensionTab('options.html');
    await until(
      'the catalogue',
      () => options.evaluate(`document.querySelectorAll('.feed-choices input').length`),
      Boolean,
    );
    await options.evaluate(`document.querySelectorAll('.feed-choices input').forEach((box) => box.click())`);

    await ask(options);
    press('Escape');
    await until(
      'the refusal',
      () => options.evaluate(`document.querySelector('#live').textContent.includes('Nothing was changed')`),
      Boolean,
    );
    expect(await options.evaluate(`document.querySelectorAll('.feed-row').length`)).toBe(0);
    expect(network.seen).toEqual([]);

    await ask(options);
    press('Tab', 'space');
    await until(
      'feeds that were read',
      () => options.evaluate(`[...document.querySelectorAll('.feed-row')].map(({ dataset }) => dataset.state).join()`),
      (states) => /^ok(?:,ok)*$/.test(String(states)),
      20_000,
    );
  });
});
