import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type BrowserName, BUILDS } from './harness';
import { inEveryBrowser } from './harness/in-every-browser';
import { closeReading } from './harness/session';
import { until } from './harness/view';

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** A copy of the build whose story index has bytes turned over in its middle. */
function damagedBuild(name: BrowserName): string {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-damaged-'));
  copies.push(copy);
  cpSync(BUILDS[name], copy, { recursive: true });
  const file = join(copy, 'stories.bin');
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  for (let at = middle; at < middle + 16; at++) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  writeFileSync(file, bytes);
  return copy;
}

inEveryBrowser(
  'a damaged index',
  (session) => {
    it('is refused in plain words, and nothing is shown from it', async () => {
      const reading = await session().read('/sample-hi.html');
      expect(reading.shown.state).toBe('failed');
      expect(reading.shown.notice).toContain('The story index in this package is damaged');
      expect(reading.shown.links).toEqual([]);
      expect(reading.ms).toBeLessThan(5_000);
      await closeReading(reading);
    });

    it('is said on the options page too', async () => {
      const options = await session().harness.openExtensionTab('options.html');
      const notice = (): Promise<unknown> => options.evaluate(`document.querySelector('.notice')?.innerText ?? ''`);
      await until('the notice', notice, (text) => String(text).includes('damaged'));
      await options.close();
    });
  },
  (name) => ({ extension: damagedBuild(name) }),
);
